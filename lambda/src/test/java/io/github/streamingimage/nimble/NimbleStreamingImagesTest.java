package io.github.streamingimage.nimble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.streamingimage.deletion.ImageAttributes;
import io.github.streamingimage.deletion.ImageId;
import io.github.streamingimage.deletion.ImageState;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.DeleteAccepted;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.ArgumentCaptor;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.nimble.NimbleClient;
import software.amazon.awssdk.services.nimble.model.AccessDeniedException;
import software.amazon.awssdk.services.nimble.model.ConflictException;
import software.amazon.awssdk.services.nimble.model.DeleteStreamingImageRequest;
import software.amazon.awssdk.services.nimble.model.DeleteStreamingImageResponse;
import software.amazon.awssdk.services.nimble.model.GetStreamingImageRequest;
import software.amazon.awssdk.services.nimble.model.GetStreamingImageResponse;
import software.amazon.awssdk.services.nimble.model.InternalServerErrorException;
import software.amazon.awssdk.services.nimble.model.NimbleException;
import software.amazon.awssdk.services.nimble.model.ResourceNotFoundException;
import software.amazon.awssdk.services.nimble.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.nimble.model.StreamingImage;
import software.amazon.awssdk.services.nimble.model.ThrottlingException;
import software.amazon.awssdk.services.nimble.model.ValidationException;

class NimbleStreamingImagesTest {

    private static final ImageId ID = new ImageId("studio-1", "image-1");

    private final NimbleClient client = mock(NimbleClient.class);
    private boolean otherNamesResolve = true;
    private final StreamingImages images = new NimbleStreamingImages(() -> client, () -> otherNamesResolve);

    @Test
    void translatesTheImage() {
        answer(StreamingImage.builder()
                .streamingImageId("image-1")
                .arn("arn")
                .name("name")
                .ec2ImageId("ami-1")
                .owner("studio-1")
                .platform("LINUX")
                .state("DELETE_FAILED")
                .statusCode("INTERNAL_ERROR")
                .statusMessage("why")
                .build());
        assertThat(images.observe(ID))
                .isEqualTo(new Image(
                        ImageState.DELETE_FAILED,
                        "DELETE_FAILED",
                        "INTERNAL_ERROR",
                        "why",
                        new ImageAttributes("arn", "name", "ami-1", "studio-1", "LINUX")));
    }

    @Test
    void keepsTheNameOfAStateThatItDoesNotKnow() {
        answer(StreamingImage.builder().state("DELETION_SCHEDULED").build());
        Image image = (Image) images.observe(ID);
        assertThat(image.state()).isEqualTo(ImageState.UNKNOWN);
        assertThat(image.reportedState()).isEqualTo("DELETION_SCHEDULED");
    }

    static Stream<StreamingImage> nonsense() {
        return Stream.of(
                null,
                StreamingImage.builder().build(),
                StreamingImage.builder().state("").build(),
                StreamingImage.builder()
                        .streamingImageId("another")
                        .state("DELETED")
                        .build());
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void takesNothingFromAnAnswerThatMakesNoSense(StreamingImage nonsense) {
        answer(nonsense);
        assertThat(((Problem) images.observe(ID)).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(((Problem) images.delete(ID, "t")).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void asksForTheDeletionWithTheIdsAndTheToken() {
        answer(StreamingImage.builder().state("DELETE_IN_PROGRESS").build());
        assertThat(images.delete(ID, "token-1")).isInstanceOf(DeleteAccepted.class);
        ArgumentCaptor<DeleteStreamingImageRequest> sent = ArgumentCaptor.forClass(DeleteStreamingImageRequest.class);
        verify(client).deleteStreamingImage(sent.capture());
        assertThat(sent.getValue())
                .isEqualTo(DeleteStreamingImageRequest.builder()
                        .studioId("studio-1")
                        .streamingImageId("image-1")
                        .clientToken("token-1")
                        .build());
    }

    @Test
    void onlyTheModelledErrorMeansThatTheImageIsGone() {
        fail(ResourceNotFoundException.builder().statusCode(404).build());
        assertThat(images.observe(ID)).isEqualTo(new NotFound());
        fail(NimbleException.builder().statusCode(404).build());
        assertThat(((Problem) images.observe(ID)).kind()).isEqualTo(Kind.REJECTED);
    }

    @Test
    void theModelledErrorWithAnotherStatusDoesNotMeanThatTheImageIsGone() {
        fail(ResourceNotFoundException.builder().statusCode(403).build());
        assertThat(((Problem) images.observe(ID)).kind()).isEqualTo(Kind.REJECTED);
        fail(ResourceNotFoundException.builder().statusCode(503).build());
        assertThat(((Problem) images.observe(ID)).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    static Stream<Arguments> modelledErrors() {
        return Stream.of(
                Arguments.of(ConflictException.builder().statusCode(409).build(), Kind.CONFLICT),
                Arguments.of(ThrottlingException.builder().statusCode(429).build(), Kind.THROTTLED),
                Arguments.of(AccessDeniedException.builder().statusCode(403).build(), Kind.ACCESS_DENIED),
                Arguments.of(ValidationException.builder().statusCode(400).build(), Kind.REJECTED),
                Arguments.of(
                        ServiceQuotaExceededException.builder().statusCode(402).build(), Kind.REJECTED),
                Arguments.of(
                        InternalServerErrorException.builder().statusCode(500).build(), Kind.UNAVAILABLE));
    }

    @ParameterizedTest
    @MethodSource("modelledErrors")
    void tellsTheModelledErrorsApart(NimbleException error, Kind kind) {
        fail(error);
        assertThat(((Problem) images.observe(ID)).kind()).isEqualTo(kind);
        assertThat(((Problem) images.delete(ID, "t")).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "400, , REJECTED",
        "403, InvalidSignatureException, REJECTED",
        "403, , REJECTED",
        "408, , UNAVAILABLE",
        "429, , THROTTLED",
        "400, RequestLimitExceeded, THROTTLED",
        "403, RequestTimeTooSkewed, UNAVAILABLE",
        "500, , UNAVAILABLE",
        "503, , UNAVAILABLE",
        "302, , UNAVAILABLE"
    })
    void tellsUnmodelledErrorsApartByTypeAndStatus(int status, String type, Kind kind) {
        fail(NimbleException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(type).build())
                .build());
        assertThat(((Problem) images.observe(ID)).kind()).isEqualTo(kind);
    }

    @Test
    void tellsTypeStatusAndMessageOfAnError() {
        fail(ValidationException.builder()
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ValidationException")
                        .errorMessage("studioId is malformed")
                        .build())
                .build());
        assertThat(((Problem) images.observe(ID)).description())
                .isEqualTo("GetStreamingImage: ValidationException (HTTP 400): studioId is malformed");
    }

    @Test
    void aMissingNameMeansAMissingEndpointOnlyWhenOtherNamesResolve() {
        fail(SdkClientException.create("unable", new UnknownHostException("nimble.us-west-2.amazonaws.com")));
        assertThat(((Problem) images.observe(ID)).kind()).isEqualTo(Kind.ENDPOINT_MISSING);
        otherNamesResolve = false;
        assertThat(((Problem) images.observe(ID)).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void everyOtherFaultOfTheConnectionIsRiddenOut() {
        fail(SdkClientException.create("unable", new java.net.ConnectException("refused")));
        Observation seen = images.observe(ID);
        assertThat(seen).isEqualTo(new Problem(Kind.UNAVAILABLE, "GetStreamingImage: ConnectException: refused"));
    }

    private void answer(StreamingImage image) {
        when(client.getStreamingImage(any(GetStreamingImageRequest.class)))
                .thenReturn(GetStreamingImageResponse.builder()
                        .streamingImage(image)
                        .build());
        when(client.deleteStreamingImage(any(DeleteStreamingImageRequest.class)))
                .thenReturn(DeleteStreamingImageResponse.builder()
                        .streamingImage(image)
                        .build());
    }

    private void fail(RuntimeException exception) {
        doThrow(exception).when(client).getStreamingImage(any(GetStreamingImageRequest.class));
        when(client.deleteStreamingImage(any(DeleteStreamingImageRequest.class)))
                .thenThrow(exception);
    }
}
