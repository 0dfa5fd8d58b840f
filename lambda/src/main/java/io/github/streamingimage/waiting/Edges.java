package io.github.streamingimage.waiting;

import io.github.streamingimage.nimble.StreamingImages;
import io.github.streamingimage.stack.Stacks;
import io.github.streamingimage.time.Time;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** The outside world that a driver connects with the decision core: the two services, the clock and chance. */
public record Edges(StreamingImages images, Stacks stacks, Time time, RandomGenerator random) {

    public Edges {
        Objects.requireNonNull(images);
        Objects.requireNonNull(stacks);
        Objects.requireNonNull(time);
        Objects.requireNonNull(random);
    }
}
