package io.github.streamingimage.nimble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.DeleteAccepted;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.NotFound;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.deletion.Phase;
import io.github.streamingimage.deletion.StreamingImage;
import io.github.streamingimage.emulator.nimblestudio.ErrorType;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import io.github.streamingimage.emulator.nimblestudio.ImageState;
import io.github.streamingimage.emulator.nimblestudio.NimbleStudioWire;
import io.github.streamingimage.emulator.nimblestudio.Operation;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import io.github.streamingimage.emulator.service.FaultScript;
import io.github.streamingimage.emulator.service.ServiceEndpoint;
import io.github.streamingimage.emulator.service.ServiceFault;
import io.github.streamingimage.emulator.sigv4.Credentials;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.time.SystemTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The function's own adapter against the emulator, over HTTP. */
@Execution(ExecutionMode.CONCURRENT)
class NimbleStudioOverHttpTest {

    private final StreamingImages service = new StreamingImages(InstantSource.system(), "us-west-2", "123456789012");
    private final ServiceEndpoint emulator =
            ServiceEndpoint.start(new NimbleStudioWire(service), Credentials.of("KEY", "secret"));
    private final StreamingImage image = image(emulator.endpoint().toString(), Word.NO_WORD);

    @AfterEach
    void disconnect() {
        emulator.close();
    }

    @ParameterizedTest
    @EnumSource
    void seesEveryState(ImageState state) {
        service.add("studio-1", ImageScript.ready("image-1").startsIn(state));
        Image seen = (Image) image.look();
        assertThat(seen.state()).isEqualTo(state.name());
        assertThat(seen.phase()).isNotEqualTo(Phase.UNKNOWN);
        assertThat(seen.attributes()).containsEntry("Owner", "studio-1");
        assertThat(seen.attributes().get("Arn")).endsWith(":streaming-image/image-1");
    }

    @Test
    void seesAStateThatTheApiDoesNotKnow() {
        service.add("studio-1", ImageScript.ready("image-1").startsInUnknown("ARCHIVED", Duration.ofHours(1)));
        Image seen = (Image) image.look();
        assertThat(seen.state()).isEqualTo("ARCHIVED");
        assertThat(seen.phase()).isEqualTo(Phase.UNKNOWN);
    }

    @Test
    void deletesWithItsTokenAndSeesTheImageGo() {
        service.add("studio-1", ImageScript.ready("image-1").deletionTakes(Duration.ofHours(1)));
        assertThat(image.delete("token-1")).isInstanceOf(DeleteAccepted.class);
        assertThat(service.requests().get(0).clientToken()).contains("token-1");
        assertThat(((Image) image.look()).state()).isEqualTo("DELETE_IN_PROGRESS");
        service.retire();
        assertThat(((Image) image.look()).state()).isEqualTo("DELETED");
    }

    @Test
    void seesThatThereIsNoSuchImage() {
        service.addStudio("studio-1");
        assertThat(image.look()).isEqualTo(new NotFound());
        assertThat(image.delete("t")).isEqualTo(new NotFound());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(error(ErrorType.THROTTLING), Kind.THROTTLED),
                Arguments.of(error(ErrorType.CONFLICT), Kind.CONFLICT),
                Arguments.of(error(ErrorType.ACCESS_DENIED), Kind.ACCESS_DENIED),
                Arguments.of(error(ErrorType.VALIDATION), Kind.REJECTED),
                Arguments.of(error(ErrorType.SERVICE_QUOTA_EXCEEDED), Kind.REJECTED),
                Arguments.of(error(ErrorType.INTERNAL_SERVER_ERROR), Kind.UNAVAILABLE),
                Arguments.of(ServiceFault.RawResponse.html(404), Kind.REJECTED),
                Arguments.of(ServiceFault.RawResponse.html(403), Kind.REJECTED),
                Arguments.of(ServiceFault.RawResponse.html(503), Kind.UNAVAILABLE),
                Arguments.of(ServiceFault.RawResponse.html(429), Kind.THROTTLED),
                Arguments.of(ServiceFault.RawResponse.html(200), Kind.UNAVAILABLE),
                Arguments.of(ServiceFault.RawResponse.html(302), Kind.UNAVAILABLE),
                Arguments.of(ServiceFault.RawResponse.untypedJson(404), Kind.REJECTED),
                Arguments.of(ServiceFault.RawResponse.untypedJson(500), Kind.UNAVAILABLE),
                Arguments.of(ServiceFault.RawResponse.nonsense(), Kind.UNAVAILABLE),
                Arguments.of(new ServiceFault.Truncated(), Kind.UNAVAILABLE));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void tellsEveryFaultApartAndRetriesNone(ServiceFault fault, Kind kind) {
        service.add("studio-1", ImageScript.ready("image-1"));
        for (Operation operation : List.of(Operation.GET, Operation.DELETE)) {
            int before = service.requests().size();
            service.inject(FaultScript.on(operation, fault));
            Observation seen = operation == Operation.GET ? image.look() : image.delete("token");
            assertThat(seen).isInstanceOf(Problem.class);
            assertThat(((Problem) seen).kind()).isEqualTo(kind);
            assertThat(service.requests()).hasSize(before + 1);
        }
    }

    /** The JDK's HTTP client repeats a request once, unseen, when the connection ends without an answer. */
    @Test
    void ridesOutAConnectionThatEndsWithoutAnAnswer() {
        service.add("studio-1", ImageScript.ready("image-1"));
        for (ServiceFault fault : List.of(new ServiceFault.Dropped(), new ServiceFault.LostReply())) {
            service.inject(FaultScript.on(Operation.GET, fault).times(2));
            assertThat(((Problem) image.look()).kind()).isEqualTo(Kind.UNAVAILABLE);
        }
    }

    @Test
    void aDeletionWhoseRepliesAreLostIsOneDeletionWithOneToken() {
        service.add("studio-1", ImageScript.ready("image-1").deletionTakes(Duration.ofHours(1)));
        service.inject(
                FaultScript.on(Operation.DELETE, new ServiceFault.LostReply()).times(2));
        assertThat(((Problem) image.delete("token")).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(service.state("studio-1", "image-1")).contains("DELETE_IN_PROGRESS");
        assertThat(service.requests()).allMatch(request -> request.clientToken().equals(Optional.of("token")));
        assertThat(image.delete("token")).isInstanceOf(DeleteAccepted.class);
    }

    @Test
    void boundsAnAnswerThatTricklesIn() {
        service.add("studio-1", ImageScript.ready("image-1"));
        service.inject(FaultScript.on(Operation.GET, new ServiceFault.SlowDrip(Duration.ofMinutes(10))));
        assertThat(((Problem) image.look()).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void ridesOutAConnectionThatIsRefused() {
        emulator.close();
        Problem problem = (Problem) image.look();
        assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(problem.description()).contains("ConnectException");
    }

    @Test
    void ridesOutAConnectionThatIsReset() throws IOException {
        try (ServerSocket resetting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            new Thread(() -> resetEveryConnection(resetting)).start();
            Problem problem = (Problem) image("http://127.0.0.1:" + resetting.getLocalPort(), Word.NO_WORD)
                    .look();
            assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(problem.description()).contains("SocketException");
        }
    }

    private static void resetEveryConnection(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getInputStream().read();
                socket.setSoLinger(true, 0);
            } catch (IOException e) {
                // The test has closed the server, or the client went first.
            }
        }
    }

    @Test
    void seesThatTheEndpointsNameDoesNotExist() {
        String endpoint = "https://nimble.no-region-1.amazonaws.com";
        assertThat(((Problem) image("no-region-1", endpoint, Word.NO_SUCH_NAME).look()).kind())
                .isEqualTo(Kind.ENDPOINT_MISSING);
        assertThat(((Problem) image("no-region-1", endpoint, Word.NO_WORD).look()).kind())
                .isEqualTo(Kind.UNAVAILABLE);
        assertThat(((Problem) image("no-region-1", endpoint, Word.EXISTS).look()).kind())
                .isEqualTo(Kind.UNAVAILABLE);
    }

    private static StreamingImage image(String endpoint, Word word) {
        return image("us-west-2", endpoint, word);
    }

    private static StreamingImage image(String region, String endpoint, Word word) {
        Map<String, String> environment = Map.of(
                "AWS_REGION",
                region,
                "AWS_ACCESS_KEY_ID",
                "KEY",
                "AWS_SECRET_ACCESS_KEY",
                "secret",
                "AWS_ENDPOINT_URL_NIMBLE",
                endpoint);
        AwsService api = new AwsService(NimbleStudio.SERVICE, environment, new SystemTime(), host -> word);
        return new NimbleStudio(api).identified("studio-1|image-1").orElseThrow();
    }

    private static ServiceFault error(ErrorType type) {
        return new ServiceFault.Error(type, "scripted");
    }
}
