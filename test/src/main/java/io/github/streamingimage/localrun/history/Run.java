package io.github.streamingimage.localrun.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One run from its start to its end, as it is told afterwards.
 *
 * @param stack the statuses of the stack
 * @param processes how many processes Lambda started for the function
 * @param mishaps what went wrong beside the images themselves, a sentence each
 */
public record Run(
        Parameters parameters,
        Instant startedAt,
        Duration took,
        List<Span> stack,
        List<ImageHistory> images,
        int processes,
        List<String> mishaps) {

    public Run {
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(took, "took");
        stack = List.copyOf(stack);
        images = List.copyOf(images);
        mishaps = List.copyOf(mishaps);
    }

    /** Everything that keeps the run from having ended well, a sentence each. */
    public List<String> problems() {
        Stream<String> left = images.stream()
                .filter(image -> !image.isDeleted())
                .map(image -> image.id() + " is " + image.finalState() + ", and CloudFormation heard "
                        + image.deleteAnswer().map(ImageAnswer::status).orElse("nothing") + " of its deletion");
        return Stream.concat(left, mishaps.stream()).toList();
    }

    /** Whether every image is deleted and every rule was kept. */
    public boolean endedWell() {
        return problems().isEmpty();
    }

    /** How many images are deleted. */
    public long deleted() {
        return images.stream().filter(ImageHistory::isDeleted).count();
    }
}
