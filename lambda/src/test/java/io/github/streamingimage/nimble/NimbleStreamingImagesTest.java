package io.github.streamingimage.nimble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.aws.ServiceAnswer;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.deletion.ImageAttributes;
import io.github.streamingimage.deletion.ImageId;
import io.github.streamingimage.deletion.ImageState;
import io.github.streamingimage.deletion.Observation.DeleteAccepted;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NimbleStreamingImagesTest {

    private static final ImageId ID = new ImageId("studio-1", "image-1");
    private static final String PATH = "/2020-08-01/studios/studio-1/streaming-images/image-1";

    private final AwsService service = mock(AwsService.class);
    private boolean otherNamesResolve = true;
    private final StreamingImages images = new NimbleStreamingImages(service, () -> otherNamesResolve);

    @Test
    void looksAtTheImage() throws IOException {
        answers("""
                {"streamingImage": {"arn": "arn", "description": "d", "ec2ImageId": "ami-1", "eulaIds": ["e"], "name": "name",
                 "owner": "studio-1", "platform": "LINUX", "state": "DELETE_FAILED", "statusCode": "INTERNAL_ERROR",
                 "statusMessage": "why", "streamingImageId": "image-1", "tags": {"state": "READY"}}}""");
        assertThat(images.observe(ID))
                .isEqualTo(new Image(
                        ImageState.DELETE_FAILED,
                        "DELETE_FAILED",
                        "INTERNAL_ERROR",
                        "why",
                        new ImageAttributes("arn", "name", "ami-1", "studio-1", "LINUX")));
        verify(service).call(new ServiceRequest("GET", PATH, Map.of(), ""));
    }

    @Test
    void keepsTheNameOfAStateThatItDoesNotKnow() throws IOException {
        answers("{\"streamingImage\": {\"state\": \"DELETION_SCHEDULED\"}}");
        Image image = (Image) images.observe(ID);
        assertThat(image.state()).isEqualTo(ImageState.UNKNOWN);
        assertThat(image.reportedState()).isEqualTo("DELETION_SCHEDULED");
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
    void takesNothingFromAnAnswerThatMakesNoSense(String nonsense) throws IOException {
        answers(nonsense);
        assertThat(images.observe(ID))
                .isEqualTo(new Problem(Kind.UNAVAILABLE, "GetStreamingImage: the answer is not about the image"));
        assertThat(((Problem) images.delete(ID, "t")).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void asksForTheDeletionWithTheIdsAndTheToken() throws IOException {
        answers("{\"streamingImage\": {\"state\": \"DELETE_IN_PROGRESS\"}}");
        assertThat(images.delete(ID, "token-1")).isInstanceOf(DeleteAccepted.class);
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
        assertThat(images.observe(ID) instanceof NotFound).isEqualTo(gone);
        assertThat(images.delete(ID, "t") instanceof NotFound).isEqualTo(gone);
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
        "403, InvalidSignatureException, REJECTED",
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
        assertThat(((Problem) images.observe(ID)).kind()).isEqualTo(kind);
        assertThat(((Problem) images.delete(ID, "t")).kind()).isEqualTo(kind);
    }

    @Test
    void tellsTypeStatusAndMessageOfAnError() throws IOException {
        fails(400, "ValidationException", "{\"message\": \"studioId is malformed\"}");
        assertThat(((Problem) images.observe(ID)).description())
                .isEqualTo("GetStreamingImage: ValidationException (HTTP 400): studioId is malformed");
    }

    @Test
    void aMissingNameMeansAMissingEndpointOnlyWhenOtherNamesResolve() throws IOException {
        when(service.call(any())).thenThrow(new UnknownHostException("nimble.us-west-2.amazonaws.com"));
        assertThat(((Problem) images.observe(ID)).kind()).isEqualTo(Kind.ENDPOINT_MISSING);
        otherNamesResolve = false;
        assertThat(((Problem) images.observe(ID)).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void everyOtherFaultOfTheConnectionIsRiddenOut() throws IOException {
        when(service.call(any())).thenThrow(new ConnectException("refused"));
        assertThat(images.observe(ID))
                .isEqualTo(new Problem(Kind.UNAVAILABLE, "GetStreamingImage: ConnectException: refused"));
    }

    private void answers(String body) throws IOException {
        when(service.call(any())).thenReturn(new ServiceAnswer(200, "", body.getBytes(StandardCharsets.UTF_8)));
    }

    private void fails(int status, String type, String body) throws IOException {
        when(service.call(any()))
                .thenReturn(new ServiceAnswer(status, type == null ? "" : type, body.getBytes(StandardCharsets.UTF_8)));
    }
}
