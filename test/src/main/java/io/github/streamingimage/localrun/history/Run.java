package io.github.streamingimage.localrun.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One run from its start to its end, as it is told afterwards.
 *
 * @param stack the statuses of the stack
 * @param processes how many processes Lambda started for the function
 * @param startFailure why the function could not start, which ended the run; empty when it could
 * @param mishaps what went wrong beside the images themselves, a sentence each
 */
public record Run(
        Parameters parameters,
        Instant startedAt,
        Duration took,
        List<Span> stack,
        List<ImageHistory> images,
        int processes,
        Optional<String> startFailure,
        List<String> mishaps) {

    private static final int SHOWN_PROBLEMS = 3;

    public Run {
        Objects.requireNonNull(parameters, "parameters");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(took, "took");
        Objects.requireNonNull(startFailure, "startFailure");
        stack = List.copyOf(stack);
        images = List.copyOf(images);
        mishaps = List.copyOf(mishaps);
    }

    /** Everything that keeps the run from having ended well, a sentence each. */
    public List<String> problems() {
        if (startFailure.isPresent()) {
            return List.of("the function cannot start: " + startFailure.get());
        }
        Stream<String> left = images.stream()
                .filter(image -> !image.isDeleted())
                .map(image -> image.id() + " is " + image.finalState() + ", and CloudFormation heard "
                        + image.deleteAnswer().map(ImageAnswer::status).orElse("nothing") + " of its deletion");
        Stream<String> early = images.stream()
                .filter(image -> image.answers().stream().anyMatch(answer -> isEarly(image, answer)))
                .map(image -> "CloudFormation heard SUCCESS of the deletion of " + image.id() + " before it was gone");
        return Stream.of(left, early, mishaps.stream()).flatMap(each -> each).toList();
    }

    /** What the run has shown, in one line that begins with PASS or FAIL. */
    public String verdict() {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            long more = problems.size() - SHOWN_PROBLEMS;
            return "FAIL: " + String.join("; ", problems.subList(0, Math.min(problems.size(), SHOWN_PROBLEMS)))
                    + (more > 0 ? "; and " + more + " more" : "");
        }
        return "PASS: " + deleted() + " of " + images.size()
                + " images are gone, each SUCCESS came after the image was gone, no ResponseURL leaked"
                + (retained() == 0 ? "" : ", and the rollback before left " + retained() + " of them alone");
    }

    /** How many images were left alone by a rollback before they were deleted. */
    private long retained() {
        return images.stream().filter(ImageHistory::isRetained).count();
    }

    /** A rollback's Delete may leave the image where it is; every other one may not. */
    private boolean isEarly(ImageHistory image, ImageAnswer answer) {
        return answer.isSuccessOfDelete()
                && !image.isGone(answer.at())
                && stack.stream()
                        .filter(span -> span.from().compareTo(answer.at()) <= 0)
                        .reduce((earlier, later) -> later)
                        .filter(span -> span.state().contains("ROLLBACK"))
                        .isEmpty();
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
