package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.deletion.ImageId;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.nimble.StreamingImages;
import io.github.streamingimage.stack.Stacks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Services that show what they were told to, one after the other, the last for ever; they end what never would. */
final class ScriptedServices implements StreamingImages, Stacks {

    /** More than any invocation needs: 15 minutes of looks, one a second, with everything that may follow a look. */
    private static final int MOST_CALLS = 5_000;

    private final Deque<Observation> looks;
    private final Deque<Observation> deletions;
    private final Deque<Observation> stacks;
    private final List<Observation> seen = new ArrayList<>();

    ScriptedServices(List<Observation> looks, List<Observation> deletions, List<Observation> stacks) {
        this.looks = new ArrayDeque<>(looks);
        this.deletions = new ArrayDeque<>(deletions);
        this.stacks = new ArrayDeque<>(stacks);
    }

    @Override
    public Observation observe(ImageId image) {
        return next(looks);
    }

    @Override
    public Observation delete(ImageId image, String clientToken) {
        assertThat(clientToken).matches("[a-zA-Z0-9-]{1,64}");
        return next(deletions);
    }

    @Override
    public Observation observe(String stackId) {
        return next(stacks);
    }

    /** All that was shown. */
    List<Observation> seen() {
        return List.copyOf(seen);
    }

    private Observation next(Deque<Observation> script) {
        assertThat(seen).as("calls").hasSizeLessThan(MOST_CALLS);
        Observation shown = script.size() > 1 ? script.remove() : script.element();
        seen.add(shown);
        return shown;
    }
}
