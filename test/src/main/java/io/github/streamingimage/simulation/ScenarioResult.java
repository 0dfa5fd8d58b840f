package io.github.streamingimage.simulation;

import io.github.streamingimage.customresource.CustomResourceResponse.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a scenario's requests. Times are counted from the moment at which they were issued.
 *
 * @param respondedAt when each response arrived, the first one first
 * @param lateness from the end of an image's deletion to the response, of those that were deleted
 * @param failed how many requests had no response, or FAILED
 * @param usage of all of them together
 */
public record ScenarioResult(List<Duration> respondedAt, List<Duration> lateness, int failed, Usage usage) {

    static ScenarioResult of(Scenario.Operation operation, int images, World world) {
        List<Handling> counted = world.cloudFormation().requests().stream()
                .filter(handling -> handling.request().type() == operation.counted())
                .toList();
        Instant begin = counted.get(0).request().sentAt();
        List<Handling> answered = counted.stream()
                .filter(handling -> handling.answered().isPresent())
                .toList();
        int succeeded = (int) answered.stream()
                .filter(handling -> handling.answered().get().response().status() == Status.SUCCESS)
                .count();
        return new ScenarioResult(
                answered.stream()
                        .map(handling -> Duration.between(
                                begin, handling.answered().get().at()))
                        .sorted()
                        .toList(),
                answered.stream()
                        .flatMap(handling -> lateness(world, handling).stream())
                        .toList(),
                images - succeeded,
                Usage.sum(counted.stream().map(Handling::usage).toList()));
    }

    private static Optional<Duration> lateness(World world, Handling handling) {
        return handling.request()
                .image()
                .flatMap(world.lives()::goneAt)
                .map(gone -> Duration.between(gone, handling.answered().get().at()));
    }

    /** When the last response arrived. */
    public Duration total() {
        return respondedAt.get(respondedAt.size() - 1);
    }
}
