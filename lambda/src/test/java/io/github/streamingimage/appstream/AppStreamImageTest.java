package io.github.streamingimage.appstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.deletion.Observation;
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
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.appstream.model.ImageState;

class AppStreamImageTest {

    private static final ServiceRequest DESCRIBE = request("DescribeImages", "{\"Names\":[\"image-1\"]}");
    private static final ServiceRequest DELETE = request("DeleteImage", "{\"Name\":\"image-1\"}");

    /** 2026-01-01T00:00:00Z. */
    private static final String CREATED = "1767225600.25";

    private static final String IMAGE = image("AVAILABLE", CREATED);
    private static final String ANOTHER = image("AVAILABLE", "1767225601.25");

    private final AwsApi service = mock(AwsApi.class);
    private final StreamingImage named = new AppStreamImage(service, "image-1", Optional.empty(), Events.STACK_ID);
    private final StreamingImage adopted =
            new AppStreamImage(service, "image-1", Optional.of(Instant.parse("2026-01-01T00:00:00Z")), "");

    @Test
    void looksAtTheImage() throws IOException {
        describes("""
                {"Images": [{"Name": "image-1", "Arn": "arn", "BaseImageArn": "base", "DisplayName": "d", "State": "FAILED",
                  "Visibility": "PRIVATE", "ImageBuilderSupported": true, "Platform": "WINDOWS_SERVER_2022", "Description": "",
                  "StateChangeReason": {"Code": "IMAGE_COPY_FAILURE", "Message": "why"}, "Applications": [],
                  "CreatedTime": 1767225600.999, "ImagePermissions": {"allowFleet": true}, "ImageErrors": [],
                  "SupportedInstanceFamilies": ["GENERAL_PURPOSE"]}]}""");
        assertThat(named.look())
                .isEqualTo(new Image(
                        "image-1|2026-01-01T00:00:00Z",
                        Phase.AT_REST,
                        "FAILED",
                        "IMAGE_COPY_FAILURE",
                        "why",
                        false,
                        Owner.ACCOUNT,
                        Map.of(
                                "Arn", "arn",
                                "Name", "image-1",
                                "Platform", "WINDOWS_SERVER_2022",
                                "State", "FAILED",
                                "BaseImageArn", "base",
                                "CreatedTime", "2026-01-01T00:00:00Z")));
        verify(service).call(DESCRIBE);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETING, DELETING",
        "AVAILABLE, AT_REST",
        "FAILED, AT_REST",
        "PENDING, BUSY",
        "CREATING, BUSY",
        "COPYING, BUSY",
        "IMPORTING, BUSY",
        "VALIDATING, BUSY",
        "DEPRECATED, UNKNOWN",
        "DELETED, UNKNOWN",
        "available, UNKNOWN"
    })
    void knowsThePhaseOfEveryState(String state, Phase phase) throws IOException {
        describes("{\"Images\":[" + image(state, CREATED) + "]}");
        Image seen = (Image) adopted.look();
        assertThat(seen.phase()).isEqualTo(phase);
        assertThat(seen.state()).isEqualTo(state);
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryStateOfTheModel(ImageState state) throws IOException {
        if (state == ImageState.UNKNOWN_TO_SDK_VERSION) {
            return;
        }
        describes("{\"Images\":[" + image(state.toString(), CREATED) + "]}");
        assertThat(((Image) adopted.look()).phase()).isNotEqualTo(Phase.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({"PRIVATE, ACCOUNT", "PUBLIC, AMAZON", "SHARED, ANOTHER_ACCOUNT", "'', ACCOUNT", "public, ACCOUNT"})
    void itsVisibilityTellsWhoseItIs(String visibility, Owner owner) throws IOException {
        describes("{\"Images\":[" + IMAGE.replace("}", ",\"Visibility\":\"" + visibility + "\"}") + "]}");
        assertThat(((Image) named.look()).owner()).isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource({
        "1767225600, 2026-01-01T00:00:00Z",
        "1767225600.0, 2026-01-01T00:00:00Z",
        "1767225600.999999, 2026-01-01T00:00:00Z",
        "1.7672256E9, 2026-01-01T00:00:00Z",
        "1.767225600123E+9, 2026-01-01T00:00:00Z",
        "17672256e2, 2026-01-01T00:00:00Z",
        "0, 1970-01-01T00:00:00Z",
        "253402300799, 9999-12-31T23:59:59Z"
    })
    void readsATimeToTheWholeSecond(String number, String time) throws IOException {
        describes("{\"Images\":[" + image("AVAILABLE", number) + "]}");
        Image seen = (Image) named.look();
        assertThat(seen.physicalResourceId()).isEqualTo("image-1|" + time);
        assertThat(seen.attributes()).containsEntry("CreatedTime", time);
        assertThat(new AppStream(service).identified(seen.physicalResourceId())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "253402300800",
                "1e999",
                "-1e999",
                "1e300",
                "99999999999999999999999999",
                "\"1767225600\"",
                "null",
                "true",
                "[]",
                "{}",
                "\"2026-01-01T00:00:00Z\""
            })
    void anImageWithoutATimeThatCanBeReadMakesNoSense(String time) throws IOException {
        describes("{\"Images\":[" + image("AVAILABLE", time) + "]}");
        assertNoSense(named);
        assertNoSense(adopted);
    }

    @Test
    void isGoneWhenTheListIsEmpty() throws IOException {
        describes("{\"Images\":[]}");
        assertThat(named.look()).isEqualTo(new NotFound());
        assertThat(adopted.look()).isEqualTo(new NotFound());
        describes("{\"Images\":[],\"NextToken\":null}");
        assertThat(adopted.look()).isEqualTo(new NotFound());
    }

    @Test
    void isGoneWhenItsNameBelongsToAnotherImage() throws IOException {
        describes("{\"Images\":[" + ANOTHER + "]}");
        assertThat(adopted.look()).isEqualTo(new NotFound());
        assertThat(((Image) named.look()).physicalResourceId()).isEqualTo("image-1|2026-01-01T00:00:01Z");
    }

    @Test
    void isFoundBesideAnotherOfItsName() throws IOException {
        describes("{\"Images\":[" + ANOTHER.replace("}", ",\"Visibility\":\"PUBLIC\"}") + "," + IMAGE + "]}");
        assertThat(((Image) adopted.look()).physicalResourceId()).isEqualTo("image-1|2026-01-01T00:00:00Z");
        assertThat(((Image) named.look()).owner()).as("the account's own first").isEqualTo(Owner.ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"more\"", "7", "{}", "false"})
    void anEmptyPageWithATokenIsNoAbsence(String token) throws IOException {
        describes("{\"Images\":[],\"NextToken\":" + token + "}");
        assertNoSense(adopted);
        assertNoSense(named);
        describes("{\"Images\":[" + ANOTHER + "],\"NextToken\":" + token + "}");
        assertNoSense(adopted);
        describes("{\"Images\":[" + IMAGE + "],\"NextToken\":" + token + "}");
        assertThat(adopted.look()).isInstanceOf(Image.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "<html/>",
                "{\"Images\":null}",
                "{\"Images\":{}}",
                "{\"Images\":\"\"}",
                "{\"Images\":[null]}",
                "{\"Images\":[{}]}",
                "{\"Images\":[{\"Name\":\"image-1\",\"CreatedTime\":1767225600}]}",
                "{\"Images\":[{\"Name\":\"image-1\",\"State\":\"\",\"CreatedTime\":1767225600}]}",
                "{\"Images\":[{\"State\":\"AVAILABLE\",\"CreatedTime\":1767225600}]}",
                "{\"Images\":[{\"Name\":\"image-2\",\"State\":\"AVAILABLE\",\"CreatedTime\":1767225600}]}",
                "{\"Images\":[{\"Name\":\"Image-1\",\"State\":\"AVAILABLE\",\"CreatedTime\":1767225600}]}",
                "{\"Images\":[]",
                "{\"Images\":[]} {}"
            })
    void takesNothingFromAListThatMakesNoSense(String nonsense) throws IOException {
        describes(nonsense);
        assertNoSense(adopted);
        assertNoSense(named);
    }

    @Test
    void asksForTheDeletionByNameRightAfterALook() throws IOException {
        describes("{\"Images\":[" + IMAGE + "]}");
        when(service.call(DELETE)).thenReturn(response(200, "{\"Image\":" + image("DELETING", CREATED) + "}"));
        assertThat(adopted.looksBeforeDeletion()).isTrue();
        DeleteAccepted accepted = (DeleteAccepted) adopted.delete("token-1");
        assertThat(accepted.image().state()).isEqualTo("DELETING");
        verify(service).call(DESCRIBE);
        verify(service).call(DELETE);
    }

    @Test
    void doesNotDeleteAnotherImageThatBearsItsNameByNow() throws IOException {
        describes("{\"Images\":[" + ANOTHER + "]}");
        assertThat(adopted.delete("token-1")).isEqualTo(new NotFound());
        verify(service, never()).call(DELETE);
    }

    @Test
    void doesNotDeleteWhatItCannotSee() throws IOException {
        when(service.call(DESCRIBE)).thenReturn(response(400, "{\"__type\":\"ThrottlingException\"}"));
        assertThat(((Problem) adopted.delete("token-1")).kind()).isEqualTo(Kind.THROTTLED);
        verify(service, never()).call(DELETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"Image\":{}}", "{\"Image\":{\"Name\":\"image-2\",\"State\":\"DELETING\"}}"})
    void aReplyWithoutTheImageIsNoAcceptance(String reply) throws IOException {
        describes("{\"Images\":[" + IMAGE + "]}");
        when(service.call(DELETE)).thenReturn(response(200, reply));
        assertThat(adopted.delete("token-1"))
                .isEqualTo(new Problem(Kind.UNAVAILABLE, "DeleteImage: the response is not about the image"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"__type\":\"%s\",\"Message\":\"why\"}",
                "{\"__type\":\"%s\",\"message\":\"why\"}",
                "{\"__type\":\"com.amazonaws.photon#%s\",\"Message\":\"why\"}",
                "{\"__type\":\"com.amazonaws.photon#%s\",\"message\":\"why\"}"
            })
    void readsAnErrorInAnyFormOfItsBody(String body) throws IOException {
        fails(400, body.formatted("ResourceNotFoundException"));
        assertThat(adopted.look()).isEqualTo(new NotFound());
        fails(400, body.formatted("OperationNotPermittedException"));
        assertThat(adopted.look())
                .isEqualTo(
                        new Problem(Kind.REJECTED, "DescribeImages: OperationNotPermittedException (HTTP 400): why"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, ResourceInUseException, CONFLICT",
        "400, ConcurrentModificationException, CONFLICT",
        "400, OperationNotPermittedException, REJECTED",
        "400, AccessDeniedException, ACCESS_DENIED",
        "403, AccessDeniedException, ACCESS_DENIED",
        "400, ThrottlingException, THROTTLED",
        "400, TooManyRequestsException, THROTTLED",
        "429, , THROTTLED",
        "400, ValidationException, REJECTED",
        "400, InvalidParameterCombinationException, REJECTED",
        "400, , REJECTED",
        "404, , REJECTED",
        "404, UnknownOperationException, REJECTED",
        "400, InvalidSignatureException, UNAVAILABLE",
        "400, ExpiredTokenException, UNAVAILABLE",
        "400, UnrecognizedClientException, UNAVAILABLE",
        "500, InternalFailure, UNAVAILABLE",
        "500, ResourceNotFoundException, UNAVAILABLE",
        "503, ResourceInUseException, UNAVAILABLE",
        "302, ResourceNotFoundException, UNAVAILABLE"
    })
    void tellsErrorsApartByTypeAndStatus(int status, String type, Kind kind) throws IOException {
        String error = type == null ? "{}" : "{\"__type\":\"" + type + "\"}";
        fails(status, error);
        assertThat(((Problem) adopted.look()).kind()).isEqualTo(kind);
        describes("{\"Images\":[" + IMAGE + "]}");
        when(service.call(DELETE)).thenReturn(response(status, error));
        assertThat(((Problem) adopted.delete("t")).kind()).isEqualTo(kind);
    }

    @Test
    void isToBeLookedAtAgainWhenOnlyTheDeletionFindsItNoMore() throws IOException {
        describes("{\"Images\":[" + IMAGE + "]}");
        when(service.call(DELETE)).thenReturn(response(400, "{\"__type\":\"ResourceNotFoundException\"}"));
        Problem problem = (Problem) adopted.delete("t");
        assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(problem.description()).startsWith("DeleteImage: ResourceNotFoundException (HTTP 400)");
    }

    @Test
    void saysWhatToDoAboutAnImageThatIsInUse() throws IOException {
        describes("{\"Images\":[" + IMAGE + "]}");
        when(service.call(DELETE))
                .thenReturn(response(400, "{\"__type\":\"ResourceInUseException\",\"Message\":\"used by fleet-1\"}"));
        assertThat(((Problem) adopted.delete("t")).description())
                .isEqualTo("take it out of fleets and image builders, and stop sharing it; "
                        + "DeleteImage: ResourceInUseException (HTTP 400): used by fleet-1");
    }

    @Test
    void theServiceIsNeverRetired() throws IOException {
        when(service.call(any())).thenThrow(new NoSuchHostException("appstream2.us-west-2.amazonaws.com"));
        assertThat(adopted.look())
                .isEqualTo(new Problem(Kind.UNAVAILABLE, "DescribeImages: the endpoint's name does not exist"));
        reset(service);
        when(service.call(any())).thenThrow(new ConnectException("refused"));
        assertThat(adopted.look())
                .isEqualTo(new Problem(Kind.UNAVAILABLE, "DescribeImages: ConnectException: refused"));
    }

    @Test
    void hasEveryAttributeAlsoWhenItWasNotSeen() {
        assertThat(named.attributes("image-1|", "DELETED"))
                .isEqualTo(Map.of(
                        "Arn", "arn:aws:appstream:us-west-2:123456789012:image/image-1",
                        "Name", "image-1",
                        "Platform", "",
                        "State", "DELETED",
                        "BaseImageArn", "",
                        "CreatedTime", ""));
        assertThat(named.attributes("image-1|2025-12-31T00:00:00Z", ""))
                .as("the id of the resource knows when its image was created")
                .containsEntry("CreatedTime", "2025-12-31T00:00:00Z");
        assertThat(adopted.attributes(adopted.physicalResourceId(), ""))
                .containsEntry("CreatedTime", "2026-01-01T00:00:00Z")
                .containsEntry("Arn", "");
    }

    @Test
    void mayBeAnyImageOfItsName() {
        assertThat(named.mayBe("image-1|2026-01-01T00:00:00Z")).isTrue();
        assertThat(named.mayBe("image-1|"))
                .as("of a resource whose image was never seen")
                .isFalse();
        assertThat(named.mayBe("image-10|2026-01-01T00:00:00Z")).isFalse();
        assertThat(named.mayBe("image-1")).isFalse();
        assertThat(named.mayBe("Image-1|2026-01-01T00:00:00Z")).isFalse();
    }

    @Test
    void isCalledByItsNameAndItsTimeWhenThatIsKnown() {
        assertThat(named).hasToString("AppStream image image-1");
        assertThat(adopted).hasToString("AppStream image image-1|2026-01-01T00:00:00Z");
    }

    private void assertNoSense(StreamingImage image) {
        assertThat(image.look())
                .isEqualTo(new Problem(Kind.UNAVAILABLE, "DescribeImages: the response is not about the image"));
        Observation deleted = image.delete("t");
        assertThat(((Problem) deleted).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    private void describes(String body) throws IOException {
        when(service.call(DESCRIBE)).thenReturn(response(200, body));
    }

    private void fails(int status, String body) throws IOException {
        when(service.call(DESCRIBE)).thenReturn(response(status, body));
    }

    private static String image(String state, String created) {
        return "{\"Name\":\"image-1\",\"State\":\"" + state + "\",\"CreatedTime\":" + created + "}";
    }

    private static ServiceResponse response(int status, String body) {
        return new ServiceResponse(status, "", body.getBytes(StandardCharsets.UTF_8));
    }

    private static ServiceRequest request(String operation, String body) {
        return new ServiceRequest(
                "POST",
                "/",
                Map.of(
                        "Content-Type",
                        "application/x-amz-json-1.1",
                        "X-Amz-Target",
                        "PhotonAdminProxyService." + operation),
                body);
    }
}
