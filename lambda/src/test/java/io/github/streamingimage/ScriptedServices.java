package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.deletion.ImageService;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.StreamingImage;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.stack.Stacks;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Services that show what they were told to, one after the other, the last for ever; they end what never would. Images are named as
 * Nimble Studio names them.
 */
final class ScriptedServices implements ImageService, Stacks {

    /** More than any invocation needs: 15 minutes of looks, one a second, with everything that may follow a look. */
    private static final int MOST_CALLS = 5_000;

    private final ImageService names = new NimbleStudio(request -> {
        throw new IOException("nothing is to be called but what is scripted");
    });
    private final Deque<Observation> looks;
    private final Deque<Observation> deletions;
    private final Deque<Observation> stacks;
    private final Deque<Observation> pages;
    private final List<Observation> seen = new ArrayList<>();

    ScriptedServices(
            List<Observation> looks, List<Observation> deletions, List<Observation> stacks, List<Observation> pages) {
        this.looks = new ArrayDeque<>(looks);
        this.deletions = new ArrayDeque<>(deletions);
        this.stacks = new ArrayDeque<>(stacks);
        this.pages = new ArrayDeque<>(pages);
    }

    @Override
    public List<String> propertyNames() {
        return names.propertyNames();
    }

    @Override
    public Optional<String> problem(Map<String, Object> properties) {
        return names.problem(properties);
    }

    @Override
    public StreamingImage declared(Map<String, Object> properties, String stackId) {
        return new ScriptedImage(names.declared(properties, stackId));
    }

    @Override
    public Optional<StreamingImage> identified(String physicalResourceId) {
        return names.identified(physicalResourceId).map(ScriptedImage::new);
    }

    @Override
    public Observation look(String stackId) {
        return next(stacks);
    }

    @Override
    public Observation resources(String stackId, String logicalResourceId, String physicalResourceId, String page) {
        return next(pages);
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

    private final class ScriptedImage implements StreamingImage {

        private final StreamingImage named;

        ScriptedImage(StreamingImage named) {
            this.named = named;
        }

        @Override
        public String physicalResourceId() {
            return named.physicalResourceId();
        }

        @Override
        public boolean mayBe(String physicalResourceId) {
            return named.mayBe(physicalResourceId);
        }

        @Override
        public Map<String, String> attributes(String physicalResourceId, String state) {
            return named.attributes(physicalResourceId, state);
        }

        @Override
        public Observation look() {
            return next(looks);
        }

        @Override
        public Observation delete(String clientToken) {
            assertThat(clientToken).matches("[a-zA-Z0-9-]{1,64}");
            return next(deletions);
        }

        @Override
        public String toString() {
            return named.toString();
        }
    }
}
