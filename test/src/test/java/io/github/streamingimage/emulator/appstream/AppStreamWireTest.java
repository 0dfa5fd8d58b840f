package io.github.streamingimage.emulator.appstream;

import static io.github.streamingimage.emulator.appstream.RunningAppStream.IMAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.streamingimage.emulator.service.FaultScript;
import io.github.streamingimage.emulator.service.ManualClock;
import io.github.streamingimage.emulator.service.RateLimit;
import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.emulator.service.ServiceFault;
import io.github.streamingimage.emulator.service.WireResponse;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.appstream.AppStreamClient;
import software.amazon.awssdk.services.appstream.model.AppStreamException;

class AppStreamWireTest {
    private static final String DESCRIBE = "PhotonAdminProxyService.DescribeImages";
    private static final String DELETE = "PhotonAdminProxyService.DeleteImage";

    @ParameterizedTest
    @EnumSource(ErrorForm.class)
    void writesEveryErrorSoThatTheClientKnowsIt(ErrorForm form) {
        try (RunningAppStream appStream = new RunningAppStream(form)) {
            for (AppStreamError error : AppStreamError.values()) {
                appStream.images.inject(
                        FaultScript.on(AppStreamOperation.DESCRIBE_IMAGES, new ServiceFault.Error(error, "because")));

                AppStreamException thrown =
                        catchThrowableOfType(AppStreamException.class, appStream.client::describeImages);

                assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo(error.shape());
                assertThat(thrown.awsErrorDetails().errorMessage()).isEqualTo("because");
                assertThat(thrown.statusCode()).isEqualTo(error.status());
                assertThat(thrown.requestId()).isNotBlank();
            }
        }
    }

    @Test
    void writesErrorsInFourForms() {
        assertThat(Stream.of(ErrorForm.values()).map(form -> form.body("E", "m").toString()))
                .containsExactly(
                        "{\"__type\":\"E\",\"Message\":\"m\"}",
                        "{\"__type\":\"E\",\"message\":\"m\"}",
                        "{\"__type\":\"com.amazonaws.appstream#E\",\"Message\":\"m\"}",
                        "{\"__type\":\"com.amazonaws.appstream#E\",\"message\":\"m\"}");
    }

    @Test
    void refusesAWrongSecretBeforeAnythingHappens() {
        try (RunningAppStream appStream = new RunningAppStream();
                AppStreamClient intruder = RunningAppStream.client(appStream.emulator.endpoint(), "wrong")) {
            appStream.images.add(AppStreamImageScript.available(IMAGE));

            AppStreamException thrown = catchThrowableOfType(
                    AppStreamException.class, () -> intruder.deleteImage(request -> request.name(IMAGE)));

            assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
            assertThat(appStream.images.state(IMAGE)).contains("AVAILABLE");
            assertThat(appStream.images.requests()).singleElement().satisfies(entry -> {
                assertThat(entry.operation()).contains(AppStreamOperation.DELETE_IMAGE);
                assertThat(entry.imageId()).contains(IMAGE);
                assertThat(entry.errorType()).contains("InvalidSignatureException");
            });
        }
    }

    @Test
    void losesTheResponseAfterDoingItsWork() {
        try (RunningAppStream appStream = new RunningAppStream()) {
            appStream.images.add(AppStreamImageScript.available(IMAGE));
            appStream.images.inject(FaultScript.on(AppStreamOperation.DELETE_IMAGE, new ServiceFault.LostReply())
                    .onlyFor(IMAGE));

            assertThatThrownBy(appStream::delete).isInstanceOf(SdkClientException.class);
            assertThat(appStream.images.state(IMAGE)).isEmpty();
        }
    }

    @Test
    void throttlesWhatExceedsTheRateLimit() {
        AppStreamImages images = images();
        AppStreamWire wire = new AppStreamWire(images);
        images.limit(new RateLimit(1, 2));

        List<Integer> statuses = Stream.generate(
                        () -> response(wire, "POST", "/", DESCRIBE, "{}").status())
                .limit(3)
                .toList();

        assertThat(statuses).containsExactly(200, 200, 400);
        assertThat(images.requests())
                .extracting(RequestEntry::errorType)
                .containsExactly(Optional.empty(), Optional.empty(), Optional.of("ThrottlingException"));
    }

    static Stream<Arguments> requestsOfNoOperation() {
        return Stream.of(
                Arguments.of("GET", "/", DELETE),
                Arguments.of("POST", "/x", DELETE),
                Arguments.of("POST", "/", "DeleteImage"),
                Arguments.of("POST", "/", "PhotonAdminProxyService.DeleteFleet"));
    }

    @ParameterizedTest
    @MethodSource("requestsOfNoOperation")
    void knowsNoOtherOperations(String method, String path, String target) {
        AppStreamImages images = images();

        assertThat(text(response(new AppStreamWire(images), method, path, target, "{\"Name\":\"image-1\"}")))
                .contains("\"__type\":\"UnknownOperationException\"");
        assertThat(images.requests()).extracting(RequestEntry::operation).containsExactly(Optional.empty());
        assertThat(images.state(IMAGE)).contains("AVAILABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{\"Names\":",
                "{\"Names\":[1]}",
                "{\"MaxResults\":\"2\"}",
                "{\"Arns\":{}}"
            })
    void makesNoCallOfABodyOfAnotherForm(String body) {
        assertThat(text(response(new AppStreamWire(images()), "POST", "/", DESCRIBE, body)))
                .contains("\"__type\":\"SerializationException\"");
    }

    @Test
    void takesNullForAbsent() {
        WireResponse response = response(
                new AppStreamWire(images()),
                "POST",
                "/",
                DESCRIBE,
                "{\"Names\":null,\"Type\":null,\"MaxResults\":null}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsEntry("Content-Type", "application/x-amz-json-1.1");
        assertThat(text(response)).contains("\"Name\":\"image-1\"").doesNotContain("NextToken");
    }

    private static AppStreamImages images() {
        AppStreamImages images = new AppStreamImages(new ManualClock(), "us-west-2", "111122223333");
        images.add(AppStreamImageScript.available(IMAGE));
        return images;
    }

    private static WireResponse response(AppStreamWire wire, String method, String path, String target, String body) {
        return wire.handle(new ReceivedRequest(
                        method, path, "", Map.of("X-Amz-Target", List.of(target)), body.getBytes(UTF_8)))
                .response()
                .orElseThrow();
    }

    private static String text(WireResponse response) {
        return new String(response.body(), UTF_8);
    }
}
