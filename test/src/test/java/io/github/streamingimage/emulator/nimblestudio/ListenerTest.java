package io.github.streamingimage.emulator.nimblestudio;

import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.IMAGE;
import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.emulator.service.ServiceListener;
import io.github.streamingimage.emulator.service.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ListenerTest {
    @Test
    void hearsOfRequestsAndTransitionsInOrder() {
        try (RunningStudio studio = RunningStudio.start()) {
            Instant start = studio.clock.instant();
            List<String> heard = new ArrayList<>();
            studio.images.addListener(new ServiceListener() {
                @Override
                public void requestDecided(RequestEntry entry) {
                    heard.add("%s %s %d %s"
                            .formatted(
                                    entry.operation().orElseThrow(),
                                    entry.clientToken().orElse("-"),
                                    entry.status().orElseThrow(),
                                    entry.stateAfterwards().orElse("-")));
                }

                @Override
                public void stateChanged(StateChange change) {
                    heard.add("%d s: %s > %s"
                            .formatted(
                                    Duration.between(start, change.at()).toSeconds(),
                                    change.from().orElse("-"),
                                    change.to().orElse("-")));
                }
            });

            studio.images.add(
                    STUDIO,
                    ImageScript.ready(IMAGE)
                            .deletionTakes(Duration.ofSeconds(5))
                            .showsDeletedFor(Duration.ofSeconds(10)));
            studio.clock.pass(Duration.ofSeconds(1));
            studio.delete("token");
            studio.clock.pass(Duration.ofMinutes(1));
            studio.images.advance();

            assertThat(heard)
                    .containsExactly(
                            "0 s: - > READY",
                            "DELETE token 200 DELETE_IN_PROGRESS",
                            "1 s: READY > DELETE_IN_PROGRESS",
                            "6 s: DELETE_IN_PROGRESS > DELETED",
                            "16 s: DELETED > -");
            assertThat(studio.images.state(STUDIO, IMAGE)).isEmpty();
        }
    }

    @Test
    void hearsOfTransitionsWithoutARequest() throws InterruptedException {
        try (RunningStudio studio = RunningStudio.inRealTime()) {
            BlockingQueue<Optional<String>> states = new LinkedBlockingQueue<>();
            studio.images.addListener(new ServiceListener() {
                @Override
                public void stateChanged(StateChange change) {
                    states.add(change.to());
                }
            });

            studio.images.add(
                    STUDIO,
                    ImageScript.ready(IMAGE)
                            .startsIn(ImageState.DELETE_IN_PROGRESS, Duration.ofMillis(30))
                            .showsDeletedFor(Duration.ofMillis(30)));

            assertThat(states.poll(20, TimeUnit.SECONDS)).contains("DELETE_IN_PROGRESS");
            assertThat(states.poll(20, TimeUnit.SECONDS)).contains("DELETED");
            assertThat(states.poll(20, TimeUnit.SECONDS)).isEmpty();
            assertThat(studio.images.nextTransition()).isEmpty();
        }
    }
}
