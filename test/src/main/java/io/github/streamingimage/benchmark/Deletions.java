package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.simulation.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of a stack deletion. Times are counted from the moment at which its Deletes were issued.
 *
 * @param answeredAt when each answer arrived, the first one first
 * @param lateness from the end of an image's deletion to its answer, of those that were deleted
 * @param undeleted how many images are still there, or were answered with FAILED
 * @param calls how many calls Nimble Studio answered
 * @param throttled how many more it refused
 * @param transitions how many states the state machine entered
 */
record Deletions(
        List<Duration> answeredAt,
        List<Duration> lateness,
        int undeleted,
        long calls,
        long throttled,
        VirtualLambda.Billed billed,
        int transitions) {

    static Deletions of(
            Scenario scenario,
            List<RequestEntry> requests,
            Map<String, Instant> gone,
            Map<Integer, Instant> answered,
            int failed,
            VirtualLambda.Billed billed,
            int transitions) {
        long throttled = requests.stream()
                .filter(entry -> entry.status().filter(status -> status == 429).isPresent())
                .count();
        List<Duration> lateness = answered.entrySet().stream()
                .filter(entry -> gone.containsKey("image-" + entry.getKey()))
                .map(entry -> Duration.between(gone.get("image-" + entry.getKey()), entry.getValue()))
                .toList();
        return new Deletions(
                answered.values().stream()
                        .sorted()
                        .map(at -> Duration.between(Agenda.START, at))
                        .toList(),
                lateness,
                Math.max(failed, scenario.images() - gone.size()),
                requests.size() - throttled,
                throttled,
                billed,
                transitions);
    }

    /** When the last answer arrived. */
    Duration total() {
        return answeredAt.get(answeredAt.size() - 1);
    }
}
