package io.github.streamingimage.localrun.history;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that happened to one image, and for its sake; every list in the order of time.
 *
 * @param states without a gap, the last one until the end of the run; empty when the image never was
 * @param interruptions of the invocations about it
 */
public record ImageHistory(
        String id,
        String logicalId,
        List<Span> states,
        List<ImageRequest> requests,
        List<ImageAnswer> answers,
        List<Interruption> interruptions) {

    public ImageHistory {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(logicalId, "logicalId");
        states = List.copyOf(states);
        requests = List.copyOf(requests);
        answers = List.copyOf(answers);
        interruptions = List.copyOf(interruptions);
    }

    /** The state at the end; {@code DELETED} also when the image is gone. */
    public String finalState() {
        return states.isEmpty() || lastState().equals(Span.GONE) ? "DELETED" : lastState();
    }

    /** What CloudFormation got for the last Delete. */
    public Optional<ImageAnswer> deleteAnswer() {
        return answers.stream()
                .filter(answer -> answer.requestType().equals("DELETE"))
                .reduce((earlier, later) -> later);
    }

    /** Whether the image is deleted and CloudFormation knows. */
    public boolean isDeleted() {
        return finalState().equals("DELETED")
                && deleteAnswer().filter(ImageAnswer::isSuccess).isPresent();
    }

    /** Whether the image was deleted, or gone, at this moment. */
    public boolean isGone(Duration at) {
        return states.stream()
                .filter(span -> span.from().compareTo(at) <= 0)
                .reduce((earlier, later) -> later)
                .filter(span -> span.kind() == StateKind.DELETED)
                .isPresent();
    }

    /** Whether a Delete left the image alone, because its stack was being rolled back. */
    public boolean isRetained() {
        return answers.stream().anyMatch(answer -> answer.outcome().equals("RETAINED"));
    }

    /** How often the function looked at the image. */
    public long looks() {
        return requests.stream().filter(ImageRequest::isLook).count();
    }

    /** How many requests, and processes, came to grief. */
    public long setbacks() {
        return requests.stream().filter(ImageRequest::isSetback).count() + interruptions.size();
    }

    private String lastState() {
        return states.get(states.size() - 1).state();
    }
}
