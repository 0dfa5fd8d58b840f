package io.github.streamingimage.emulator.nimblestudio;

import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.IMAGE;
import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.nimble.model.GetStreamingImageRequest;
import software.amazon.awssdk.services.nimble.model.StreamingImageState;
import software.amazon.awssdk.services.nimble.waiters.NimbleWaiter;

/** The SDK's own waiter, which expects what the service's authors expected of it. */
class SdkWaiterTest {
    private static final Consumer<GetStreamingImageRequest.Builder> REQUEST =
            request -> request.studioId(STUDIO).streamingImageId(IMAGE);

    private final RunningStudio studio = RunningStudio.inRealTime();

    @AfterEach
    void stop() {
        studio.close();
    }

    @Test
    void waitsUntilTheImageIsDeleted() {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE).deletionTakes(Duration.ofMillis(100)));
        studio.delete("token");

        assertThat(waiter().waitUntilStreamingImageDeleted(REQUEST)
                        .matched()
                        .response()
                        .orElseThrow()
                        .streamingImage()
                        .state())
                .isEqualTo(StreamingImageState.DELETED);
    }

    @Test
    void givesUpWhenTheDeletionFails() {
        studio.images.add(
                STUDIO,
                ImageScript.ready(IMAGE)
                        .deletionTakes(Duration.ofMillis(100))
                        .deletionFails(1, StatusCode.ACCESS_DENIED, "No"));
        studio.delete("token");

        assertThatThrownBy(() -> waiter().waitUntilStreamingImageDeleted(REQUEST))
                .isInstanceOf(SdkClientException.class)
                .hasMessageContaining("failure state");
    }

    @Test
    void waitsUntilTheImageIsReady() {
        studio.images.add(
                STUDIO, ImageScript.ready(IMAGE).startsIn(ImageState.UPDATE_IN_PROGRESS, Duration.ofMillis(100)));

        assertThat(waiter().waitUntilStreamingImageReady(REQUEST).matched().response())
                .isPresent();
    }

    private NimbleWaiter waiter() {
        return NimbleWaiter.builder()
                .client(studio.client)
                .overrideConfiguration(WaiterOverrideConfiguration.builder()
                        .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(20)))
                        .waitTimeout(Duration.ofSeconds(20))
                        .maxAttempts(1000)
                        .build())
                .build();
    }
}
