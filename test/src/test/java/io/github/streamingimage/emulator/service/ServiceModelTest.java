package io.github.streamingimage.emulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.appstream.AppStreamCall;
import io.github.streamingimage.emulator.appstream.AppStreamError;
import io.github.streamingimage.emulator.appstream.AppStreamImageScript;
import io.github.streamingimage.emulator.appstream.AppStreamImages;
import io.github.streamingimage.emulator.appstream.AppStreamOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a service has of its model, whatever its API; shown with the images of AppStream. */
class ServiceModelTest {
    private final ManualClock clock = new ManualClock();
    private final AppStreamImages images = new AppStreamImages(clock, "us-west-2", "111122223333");

    @Test
    void tellsOfTransitionsOfAllImagesInTheOrderOfTime() {
        List<String> heard = new ArrayList<>();
        images.add(AppStreamImageScript.available("slow").deletionTakes(Duration.ofSeconds(2)));
        images.add(AppStreamImageScript.available("swift").deletionTakes(Duration.ofSeconds(1)));
        images.handle(AppStreamCall.Delete.of("slow"));
        images.handle(AppStreamCall.Delete.of("swift"));
        images.addListener(new ServiceListener() {
            @Override
            public void stateChanged(StateChange change) {
                heard.add(change.imageId());
            }
        });

        assertThat(images.nextTransition()).contains(clock.instant().plusSeconds(1));
        clock.pass(Duration.ofSeconds(2));
        images.advance();
        images.advance();

        assertThat(heard).containsExactly("swift", "slow");
        assertThat(images.nextTransition()).isEmpty();
    }

    @Test
    void tellsOnceThatAnImageIsGoneWhoseNameIsUsedAgain() {
        List<Optional<String>> states = new ArrayList<>();
        images.addListener(new ServiceListener() {
            @Override
            public void stateChanged(StateChange change) {
                states.add(change.to());
            }
        });
        images.add(AppStreamImageScript.available("image-1"));
        images.handle(AppStreamCall.Delete.of("image-1"));
        clock.pass(Duration.ofSeconds(1));
        images.add(AppStreamImageScript.available("image-1"));

        assertThat(states)
                .containsExactly(
                        Optional.of("AVAILABLE"), Optional.of("DELETING"), Optional.empty(), Optional.of("AVAILABLE"));
    }

    @Test
    void logsWhichImageARequestIsAbout() {
        images.add(AppStreamImageScript.available("image-1"));

        images.handle(AppStreamCall.Describe.named("image-1"));
        images.handle(
                new AppStreamCall.Describe(List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty()));
        images.handle(AppStreamCall.Delete.of("image-1"));

        assertThat(images.requests())
                .extracting(RequestEntry::imageId)
                .containsExactly(Optional.of("image-1"), Optional.empty(), Optional.of("image-1"));
        assertThat(images.requests())
                .extracting(RequestEntry::stateAfterwards)
                .containsExactly(Optional.of("AVAILABLE"), Optional.empty(), Optional.empty());
    }

    @Test
    void strikesWithTheFaultThatWasScriptedFirst() {
        inject(AppStreamError.INTERNAL_FAILURE, 2);
        inject(AppStreamError.ACCESS_DENIED, 1);

        for (int i = 0; i < 4; i++) {
            images.handle(AppStreamCall.Describe.named("image-1"));
        }

        assertThat(images.requests())
                .extracting(entry -> entry.errorType().orElseThrow())
                .containsExactly(
                        "InternalFailure", "InternalFailure", "AccessDeniedException", "ResourceNotFoundException");
    }

    private void inject(AppStreamError error, int times) {
        images.inject(FaultScript.on(AppStreamOperation.DESCRIBE_IMAGES, new ServiceFault.Error(error, "scripted"))
                .times(times));
    }
}
