package io.github.streamingimage.emulator.nimblestudio;

import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.IMAGE;
import static io.github.streamingimage.emulator.nimblestudio.RunningStudio.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.streamingimage.emulator.service.FaultScript;
import io.github.streamingimage.emulator.service.RateLimit;
import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.emulator.service.ServiceFault;
import io.github.streamingimage.emulator.service.ServiceListener;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.nimble.model.NimbleException;
import software.amazon.awssdk.services.nimble.model.ThrottlingException;

class FaultsTest {
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final RunningStudio studio = RunningStudio.start();

    @BeforeEach
    void addAnImage() {
        studio.images.add(STUDIO, ImageScript.ready(IMAGE));
    }

    @AfterEach
    void stop() {
        studio.close();
    }

    @ParameterizedTest
    @EnumSource(ErrorType.class)
    void answersEveryErrorAsTheSdksOwnException(ErrorType type) {
        studio.images.inject(FaultScript.on(Operation.GET, new ServiceFault.Error(type, "because")));

        NimbleException error = catchThrowableOfType(NimbleException.class, studio::get);

        assertThat(error.getClass().getSimpleName()).isEqualTo(type.shape());
        assertThat(error.statusCode()).isEqualTo(type.status());
        assertThat(error.awsErrorDetails().errorMessage()).isEqualTo("because");
        assertThat(error.requestId()).isNotBlank();
        assertThat(studio.get().streamingImageId()).isEqualTo(IMAGE);
    }

    @Test
    void answersAPageOfHtml() {
        studio.images.inject(FaultScript.on(Operation.GET, ServiceFault.RawResponse.html(503)));

        NimbleException error = catchThrowableOfType(NimbleException.class, studio::get);

        assertThat(error).isExactlyInstanceOf(NimbleException.class);
        assertThat(error.statusCode()).isEqualTo(503);
    }

    @Test
    void answersJsonWithoutAType() {
        studio.images.inject(FaultScript.on(Operation.GET, ServiceFault.RawResponse.untypedJson(404)));

        NimbleException error = catchThrowableOfType(NimbleException.class, studio::get);

        assertThat(error).isExactlyInstanceOf(NimbleException.class);
        assertThat(error.statusCode()).isEqualTo(404);
    }

    @Test
    void answersNonsense() {
        studio.images.inject(FaultScript.on(Operation.DELETE, ServiceFault.RawResponse.nonsense()));

        assertThatThrownBy(() -> studio.delete("token")).isInstanceOf(SdkClientException.class);
        assertThat(studio.images.state(STUDIO, IMAGE)).contains("READY");
    }

    @Test
    void answersHalfOfTheJsonAfterDoingItsWork() {
        studio.images.inject(FaultScript.on(Operation.DELETE, new ServiceFault.Truncated()));

        assertThatThrownBy(() -> studio.delete("token")).isInstanceOf(SdkClientException.class);
        assertThat(studio.images.state(STUDIO, IMAGE)).contains("DELETED");
    }

    @Test
    void dropsTheConnectionBeforeDoingAnything() {
        studio.images.inject(
                FaultScript.on(Operation.DELETE, new ServiceFault.Dropped()).untilFurtherNotice());

        assertThatThrownBy(() -> studio.delete("token")).isInstanceOf(SdkClientException.class);
        assertThat(studio.images.state(STUDIO, IMAGE)).contains("READY");
        assertThat(studio.images.requests()).allSatisfy(entry -> {
            assertThat(entry.status()).isEmpty();
            assertThat(entry.fault()).contains(new ServiceFault.Dropped());
        });
    }

    @Test
    void losesTheAnswerAfterDoingItsWork() {
        studio.images.inject(
                FaultScript.on(Operation.DELETE, new ServiceFault.LostReply()).untilFurtherNotice());

        assertThatThrownBy(() -> studio.delete("token")).isInstanceOf(SdkClientException.class);
        assertThat(studio.images.state(STUDIO, IMAGE)).contains("DELETED");
        assertThat(studio.images.requests())
                .allSatisfy(entry -> assertThat(entry.status()).isEmpty());
    }

    @Test
    void answersLateButWorksAtOnce() {
        AtomicLong decided = new AtomicLong();
        studio.images.addListener(new ServiceListener() {
            @Override
            public void requestDecided(RequestEntry entry) {
                decided.set(System.nanoTime());
                assertThat(entry.stateAfterwards()).contains("DELETED");
            }
        });
        studio.images.inject(FaultScript.on(Operation.DELETE, new ServiceFault.Stall(A_MOMENT)));

        studio.delete("token");

        assertThat(System.nanoTime() - decided.get()).isGreaterThanOrEqualTo(A_MOMENT.toNanos());
        assertThat(studio.images.requests()).hasSize(1);
    }

    @Test
    void dripsItsAnswer() {
        studio.images.inject(FaultScript.on(Operation.GET, new ServiceFault.SlowDrip(A_MOMENT)));

        long start = System.nanoTime();
        assertThat(studio.get().streamingImageId()).isEqualTo(IMAGE);

        // A division by the number of bytes loses less than a nanosecond for each of them.
        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(A_MOMENT.minusMillis(1).toNanos());
    }

    @Test
    void befallsOnlyTheScriptedImageOperationAndNumberOfRequests() {
        studio.images.add(STUDIO, ImageScript.ready("image-2"));
        studio.images.inject(
                FaultScript.on(Operation.GET, new ServiceFault.Error(ErrorType.INTERNAL_SERVER_ERROR, "broken"))
                        .onlyFor(IMAGE)
                        .times(2));

        assertThat(studio.client
                        .getStreamingImage(request -> request.studioId(STUDIO).streamingImageId("image-2"))
                        .streamingImage()
                        .streamingImageId())
                .isEqualTo("image-2");
        assertThat(studio.update("token", "name").name()).isEqualTo("name");
        assertThatThrownBy(studio::get).isInstanceOf(NimbleException.class);
        assertThatThrownBy(studio::get).isInstanceOf(NimbleException.class);
        assertThat(studio.get().streamingImageId()).isEqualTo(IMAGE);
    }

    @Test
    void goesOnUntilTheFaultsAreCleared() {
        studio.images.inject(FaultScript.on(Operation.GET, ServiceFault.RawResponse.html(500))
                .untilFurtherNotice());

        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(studio::get).isInstanceOf(NimbleException.class);
        }
        studio.images.clearFaults();
        assertThat(studio.get().streamingImageId()).isEqualTo(IMAGE);
    }

    @Test
    void throttlesWhatExceedsTheRateLimit() {
        studio.images.limit(new RateLimit(0.5, 3));
        studio.images.inject(FaultScript.on(Operation.GET, new ServiceFault.Error(ErrorType.CONFLICT, "busy"))
                .times(4));

        assertThatThrownBy(studio::get).isNotInstanceOf(ThrottlingException.class);
        assertThatThrownBy(studio::get).isNotInstanceOf(ThrottlingException.class);
        assertThatThrownBy(studio::get).isNotInstanceOf(ThrottlingException.class);
        assertThatThrownBy(studio::get).isInstanceOf(ThrottlingException.class);
        studio.clock.pass(Duration.ofMillis(1999));
        assertThatThrownBy(studio::get).isInstanceOf(ThrottlingException.class);
        studio.clock.pass(Duration.ofMillis(1));
        assertThatThrownBy(studio::get).isNotInstanceOf(ThrottlingException.class);
        assertThat(studio.images.requests())
                .extracting(RequestEntry::errorType)
                .containsExactly(
                        Optional.of("ConflictException"),
                        Optional.of("ConflictException"),
                        Optional.of("ConflictException"),
                        Optional.of("ThrottlingException"),
                        Optional.of("ThrottlingException"),
                        Optional.of("ConflictException"));
    }
}
