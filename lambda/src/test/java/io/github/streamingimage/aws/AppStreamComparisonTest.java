package io.github.streamingimage.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.streamingimage.appstream.AppStream;
import io.github.streamingimage.aws.RawResponseServer.Call;
import io.github.streamingimage.aws.RawResponseServer.Response;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.StreamingImage;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.time.SystemTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.appstream.AppStreamClient;
import software.amazon.awssdk.services.appstream.model.AppStreamException;
import software.amazon.awssdk.services.appstream.model.DescribeImagesResponse;
import software.amazon.awssdk.services.appstream.model.Image;

/** The adapter of AppStream beside AWS's own client: what both send, and what both make of a response. */
class AppStreamComparisonTest {

    private static final String IMAGE =
            "{\"Name\":\"image-1\",\"Arn\":\"arn\",\"BaseImageArn\":\"base\",\"State\":\"%s\","
                    + "\"Visibility\":\"PRIVATE\",\"Platform\":\"WINDOWS\",\"CreatedTime\":%s,"
                    + "\"StateChangeReason\":{\"Code\":\"INTERNAL_ERROR\",\"Message\":\"wh\u00e4t\"}}";

    private final RawResponseServer server = new RawResponseServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void describeImagesIsTheSame() {
        Call sdk = SdkClients.sent(server, () -> client().describeImages(describe -> describe.names("image-1")));
        SdkClients.assertSame(sdk, SdkClients.sent(server, () -> image().look()), SdkClients::json);
    }

    @Test
    void deleteImageIsTheSame() {
        Call sdk = SdkClients.sent(server, () -> client().deleteImage(delete -> delete.name("image-1")));
        server.responds(
                new Response(200, "", "{\"Images\":[" + IMAGE.formatted("AVAILABLE", "1767225600") + "]}", false),
                new Response(500, "", "", false));
        image().delete("token");
        SdkClients.assertSame(sdk, server.lastCall(), SdkClients::json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ResourceNotFoundException",
                "ResourceInUseException",
                "OperationNotPermittedException",
                "ConcurrentModificationException",
                "AccessDeniedException",
                "ThrottlingException",
                "AnErrorOfTomorrow"
            })
    void bothReadTheSameErrorInEveryFormOfItsBody(String type) {
        List<Response> forms = new ArrayList<>();
        for (String name : List.of("", "com.amazonaws.photon#")) {
            for (String message : List.of("Message", "message")) {
                String body = "{\"__type\":\"" + name + type + "\",\"" + message + "\":\"why\"}";
                forms.add(new Response(400, "", body, false));
                forms.add(new Response(400, type + ":http://internal.amazon.com/coral/", body, false));
            }
        }
        for (Response form : forms) {
            server.responds(form);
            AppStreamException sdk = catchThrowableOfType(
                    AppStreamException.class, () -> client().deleteImage(delete -> delete.name("image-1")));
            ServiceError own = ServiceError.ofJson(
                    new ServiceResponse(400, form.errorType(), form.body().getBytes()));
            assertThat(own)
                    .isEqualTo(new ServiceError(
                            sdk.statusCode(),
                            sdk.awsErrorDetails().errorCode(),
                            sdk.awsErrorDetails().errorMessage()));
            assertThat(own.isThrottle()).isEqualTo(sdk.isThrottlingException());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AVAILABLE", "DELETING", "FAILED", "DEPRECATED", "A_STATE_OF_TOMORROW"})
    void bothReadTheSameImage(String state) {
        for (String time : List.of("1767225600", "1767225600.123", "1.767225600999E9")) {
            server.responds(new Response(200, "", "{\"Images\":[" + IMAGE.formatted(state, time) + "]}", false));
            DescribeImagesResponse response = client().describeImages(describe -> describe.names("image-1"));
            Image sdk = response.images().get(0);
            Observation.Image own = (Observation.Image) image().look();
            assertThat(own.state()).isEqualTo(sdk.stateAsString());
            assertThat(own.statusCode()).isEqualTo(sdk.stateChangeReason().codeAsString());
            assertThat(own.statusMessage()).isEqualTo(sdk.stateChangeReason().message());
            assertThat(own.attributes())
                    .isEqualTo(Map.of(
                            "Arn", sdk.arn(),
                            "Name", sdk.name(),
                            "Platform", sdk.platformAsString(),
                            "State", sdk.stateAsString(),
                            "BaseImageArn", sdk.baseImageArn(),
                            "CreatedTime",
                                    sdk.createdTime()
                                            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                                            .toString()));
        }
    }

    private StreamingImage image() {
        return new AppStream(
                        new AwsService(AppStream.SERVICE, server.environment(), new SystemTime(), host -> Word.EXISTS))
                .declared(Map.of("ImageName", "image-1"), "");
    }

    private AppStreamClient client() {
        return SdkClients.of(server, AppStreamClient.builder());
    }
}
