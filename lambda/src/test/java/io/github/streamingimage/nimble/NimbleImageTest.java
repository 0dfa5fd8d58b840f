package io.github.streamingimage.nimble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.deletion.Observation.DeleteAccepted;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.deletion.Owner;
import io.github.streamingimage.deletion.Phase;
import io.github.streamingimage.deletion.StreamingImage;
import io.github.streamingimage.http.NoSuchHostException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.nimble.model.StreamingImageState;

class NimbleImageTest {

    private static final String PATH = "/2020-08-01/studios/studio-1/streaming-images/image-1";

    private final AwsApi service = mock(AwsApi.class);
    private final StreamingImage image = new NimbleImage(service, "studio-1", "image-1", Events.STACK_ID);

    @Test
    void looksAtTheImage() throws IOException {
        responds("""
                {"streamingImage": {"arn": "arn", "description": "d", "ec2ImageId": "ami-1", "eulaIds": ["e"], "name": "name",
                 "owner": "studio-1", "platform": "LINUX", "state": "DELETE_FAILED", "statusCode": "INTERNAL_ERROR",
                 "statusMessage": "why", "streamingImageId": "image-1", "tags": {"state": "READY"}}}""");
        assertThat(image.look())
                .isEqualTo(new Image(
                        "studio-1|image-1",
                        Phase.DELETION_FAILED,
                        "DELETE_FAILED",
                        "INTERNAL_ERROR",
                        "why",
                        true,
                        Owner.ACCOUNT,
                        Map.of(
                                "Arn", "arn",
                                "Name", "name",
                                "Ec2ImageId", "ami-1",
                                "Owner", "studio-1",
                                "Platform", "LINUX",
                                "State", "DELETE_FAILED",
                                "StudioId", "studio-1",
                                "StreamingImageId", "image-1")));
        verify(service).call(new ServiceRequest("GET", PATH, Map.of(), ""));
    }

    @Test
    void keepsTheNameOfAStateThatItDoesNotKnow() throws IOException {
        responds("{\"streamingImage\": {\"state\": \"DELETION_SCHEDULED\"}}");
        Image seen = (Image) image.look();
        assertThat(seen.phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(seen.state()).isEqualTo("DELETION_SCHEDULED");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETED, GONE",
        "DELETE_IN_PROGRESS, DELETING",
        "READY, AT_REST",
        "CREATE_FAILED, AT_REST",
        "UPDATE_FAILED, AT_REST",
        "DELETE_FAILED, DELETION_FAILED",
        "CREATE_IN_PROGRESS, BUSY",
        "UPDATE_IN_PROGRESS, BUSY",
        "UNKNOWN, UNKNOWN",
        "deleted, UNKNOWN"
    })
    void knowsThePhaseOfEveryState(String state, Phase phase) throws IOException {
        responds("{\"streamingImage\": {\"state\": \"" + state + "\"}}");
        assertThat(((Image) image.look()).phase()).isEqualTo(phase);
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryStateOfTheModel(StreamingImageState state) throws IOException {
        if (state == StreamingImageState.UNKNOWN_TO_SDK_VERSION) {
            return;
        }
        responds("{\"streamingImage\": {\"state\": \"" + state + "\"}}");
        assertThat(((Image) image.look()).phase()).isNotEqualTo(Phase.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"INTERNAL_ERROR, true", "ACCESS_DENIED, false", "internal_error, false", "'', false"})
    void onlyAnInternalErrorMayPassWhenTheServiceIsAskedAgain(String statusCode, boolean retryable) throws IOException {
        responds("{\"streamingImage\": {\"state\": \"DELETE_FAILED\", \"statusCode\": \"" + statusCode + "\"}}");
        assertThat(((Image) image.look()).retryable()).isEqualTo(retryable);
    }

    @ParameterizedTest
    @CsvSource({"AMAZON, AMAZON", "studio-1, ACCOUNT", "amazon, ACCOUNT", "'', ACCOUNT"})
    void anImageOfAmazonsIsNotTheAccounts(String owner, Owner whose) throws IOException {
        responds("{\"streamingImage\": {\"state\": \"READY\", \"owner\": \"" + owner + "\"}}");
        assertThat(((Image) image.look()).owner()).isEqualTo(whose);
    }

    @Test
    void hasEveryAttributeAlsoWhenItWasNotSeen() {
        assertThat(image.attributes("studio-1|image-1", "DELETED"))
                .isEqualTo(Map.of(
                        "Arn", "arn:aws:nimble:us-west-2:123456789012:streaming-image/image-1",
                        "Name", "",
                        "Ec2ImageId", "",
                        "Owner", "",
                        "Platform", "",
                        "State", "DELETED",
                        "StudioId", "studio-1",
                        "StreamingImageId", "image-1"));
        assertThat(new NimbleImage(service, "studio-1", "image-1", "").attributes("studio-1|image-1", ""))
                .as("of a StackId that is none")
                .containsEntry("Arn", "");
    }

    @Test
    void isItselfByItsIdAlone() {
        assertThat(image.physicalResourceId()).isEqualTo("studio-1|image-1");
        assertThat(image.mayBe("studio-1|image-1")).isTrue();
        assertThat(image.mayBe("studio-1|image-2")).isFalse();
        assertThat(image).hasToString("Streaming image studio-1|image-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "<html>DELETED</html>",
                "{\"streamingImage\": null}",
                "{\"streamingImage\": \"DELETED\"}",
                "{\"streamingImage\": {}}",
                "{\"streamingImage\": {\"state\": \"\"}}",
                "{\"streamingImage\": {\"state\": null}}",
                "{\"streamingImage\": {\"state\": [\"DELETED\"]}}",
                "{\"streamingImage\": {\"state\": \"DELETED\", \"streamingImageId\": \"another\"}}",
                "{\"streamingImage\": {\"state\": \"DELETED\", \"streamingImageId\": \"\"}}",
                "{\"streamingImage\": {\"state\": \"DELETED\"}",
                "{\"streamingImage\": {\"state\": \"DELETED\"}} {}"
            })
    void takesNothingFromAResponseThatMakesNoSense(String nonsense) throws IOException {
        responds(nonsense);
        assertThat(image.look())
                .isEqualTo(new Problem(Kind.UNAVAILABLE, "GetStreamingImage: the response is not about the image"));
        assertThat(((Problem) image.delete("t")).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void asksForTheDeletionWithTheIdsAndTheToken() throws IOException {
        responds("{\"streamingImage\": {\"state\": \"DELETE_IN_PROGRESS\"}}");
        assertThat(image.looksBeforeDeletion()).isFalse();
        assertThat(image.delete("token-1")).isInstanceOf(DeleteAccepted.class);
        verify(service).call(new ServiceRequest("DELETE", PATH, Map.of("X-Amz-Client-Token", "token-1"), ""));
    }

    @ParameterizedTest
    @CsvSource({
        "404, ResourceNotFoundException, true",
        "404, , false",
        "404, UnknownOperationException, false",
        "403, ResourceNotFoundException, false",
        "503, ResourceNotFoundException, false"
    })
    void onlyTheModelledErrorWithItsStatusMeansThatTheImageIsGone(int status, String type, boolean gone)
            throws IOException {
        fails(status, type, "");
        assertThat(image.look() instanceof NotFound).isEqualTo(gone);
        assertThat(image.delete("t") instanceof NotFound).isEqualTo(gone);
    }

    @ParameterizedTest
    @CsvSource({
        "409, ConflictException, CONFLICT",
        "429, ThrottlingException, THROTTLED",
        "403, AccessDeniedException, ACCESS_DENIED",
        "400, ValidationException, REJECTED",
        "402, ServiceQuotaExceededException, REJECTED",
        "500, InternalServerErrorException, UNAVAILABLE",
        "400, , REJECTED",
        "403, InvalidSignatureException, UNAVAILABLE",
        "403, ResourceNotFoundException, REJECTED",
        "404, , REJECTED",
        "408, , UNAVAILABLE",
        "429, , THROTTLED",
        "400, RequestLimitExceeded, THROTTLED",
        "403, RequestTimeTooSkewed, UNAVAILABLE",
        "500, , UNAVAILABLE",
        "503, ResourceNotFoundException, UNAVAILABLE",
        "302, , UNAVAILABLE"
    })
    void tellsErrorsApartByTypeAndStatus(int status, String type, Kind kind) throws IOException {
        fails(status, type, "");
        assertThat(((Problem) image.look()).kind()).isEqualTo(kind);
        assertThat(((Problem) image.delete("t")).kind()).isEqualTo(kind);
    }

    @Test
    void tellsTypeStatusAndMessageOfAnError() throws IOException {
        fails(400, "ValidationException", "{\"message\": \"studioId is malformed\"}");
        assertThat(((Problem) image.look()).description())
                .isEqualTo("GetStreamingImage: ValidationException (HTTP 400): studioId is malformed");
    }

    @Test
    void onlyANameThatDoesNotExistMeansAMissingEndpoint() throws IOException {
        when(service.call(any())).thenThrow(new NoSuchHostException("nimble.us-west-2.amazonaws.com"));
        assertThat(((Problem) image.look()).kind()).isEqualTo(Kind.ENDPOINT_MISSING);
        assertThat(((Problem) image.delete("t")).kind()).isEqualTo(Kind.ENDPOINT_MISSING);
        reset(service);
        when(service.call(any())).thenThrow(new UnknownHostException("nimble.us-west-2.amazonaws.com"));
        assertThat(((Problem) image.look()).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(((Problem) image.delete("t")).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void everyOtherFaultOfTheConnectionIsRiddenOut() throws IOException {
        when(service.call(any())).thenThrow(new ConnectException("refused"));
        assertThat(image.look())
                .isEqualTo(new Problem(Kind.UNAVAILABLE, "GetStreamingImage: ConnectException: refused"));
    }

    private void responds(String body) throws IOException {
        when(service.call(any())).thenReturn(new ServiceResponse(200, "", body.getBytes(StandardCharsets.UTF_8)));
    }

    private void fails(int status, String type, String body) throws IOException {
        when(service.call(any()))
                .thenReturn(
                        new ServiceResponse(status, type == null ? "" : type, body.getBytes(StandardCharsets.UTF_8)));
    }
}
