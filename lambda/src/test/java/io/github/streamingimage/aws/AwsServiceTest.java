package io.github.streamingimage.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.streamingimage.VirtualTime;
import io.github.streamingimage.aws.RawAnswerServer.Answer;
import io.github.streamingimage.time.Time;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsServiceTest {

    private static final ServiceRequest GET = new ServiceRequest("GET", "/path", Map.of("X-Amz-A", "b"), "");

    private final RawAnswerServer server = new RawAnswerServer();
    private final Map<String, String> environment = new HashMap<>(server.environment());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void signsWithTheCredentialsOfTheEnvironmentForTheServiceAndItsRegion() throws IOException {
        server.answers(new Answer(200, "", "{}", false));
        service(ServiceName.STEP_FUNCTIONS).call(GET);
        assertThat(server.lastCall().header("Authorization"))
                .hasValueSatisfying(authorization -> assertThat(authorization)
                        .startsWith("AWS4-HMAC-SHA256 Credential=AKID/")
                        .contains("/us-west-2/states/aws4_request")
                        .contains("x-amz-a"));
        assertThat(server.lastCall().header("X-Amz-Security-Token")).contains("token");
        assertThat(server.lastCall().header("X-Amz-A")).contains("b");
        assertThat(server.lastCall().target()).isEqualTo("/path");
    }

    @Test
    void signsWithoutATokenWhenThereIsNone() throws IOException {
        environment.remove("AWS_SESSION_TOKEN");
        server.answers(new Answer(200, "", "{}", false));
        service(ServiceName.NIMBLE).call(GET);
        assertThat(server.lastCall().header("X-Amz-Security-Token")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 302, 307, 400, 404, 500, 503})
    void anAnswerIsAnAnswerWhateverItSays(int status) throws IOException {
        server.answers(new Answer(status, "SomeException", "{\"a\":\"ä\"}", false));
        ServiceAnswer answer = service(ServiceName.NIMBLE).call(GET);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorType()).isEqualTo("SomeException");
        assertThat(answer.body()).asString().isEqualTo("{\"a\":\"ä\"}");
        assertThat(answer.isSuccess()).isEqualTo(status < 300);
        assertThat(server.lastCall().target()).isEqualTo("/path");
    }

    @Test
    void anErrorWithoutABodyHasAnEmptyOne() throws IOException {
        server.answers(new Answer(500, "", "", false));
        ServiceAnswer answer = service(ServiceName.NIMBLE).call(GET);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.errorType()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200", "500"})
    void anAnswerThatIsCutOffIsNone(int status) {
        server.answers(new Answer(status, "", "{}", true));
        assertThatThrownBy(() -> service(ServiceName.NIMBLE).call(GET)).isInstanceOf(IOException.class);
    }

    @Test
    void anAnswerThatIsTooLongIsNone() {
        server.answers(new Answer(200, "", " ".repeat((1 << 20) + 1), false));
        assertThatThrownBy(() -> service(ServiceName.NIMBLE).call(GET)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void anAnswerThatDripsInIsGivenUp() {
        server.answers(new Answer(200, "", "{}", false));
        VirtualTime clock = new VirtualTime();
        Time elevenSecondsALook = new Time() {
            @Override
            public Instant now() {
                clock.sleep(Duration.ofSeconds(11));
                return clock.now();
            }

            @Override
            public void sleep(Duration duration) {
                clock.sleep(duration);
            }
        };
        assertThatThrownBy(() -> new AwsService(ServiceName.NIMBLE, environment, elevenSecondsALook).call(GET))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("the answer took longer than 10 s");
    }

    @Test
    void tellsANameThatDoesNotExistFromAnAddressThatRefuses() {
        environment.put("AWS_ENDPOINT_URL", "http://nimble.us-west-2.invalid");
        assertThatThrownBy(() -> service(ServiceName.NIMBLE).call(GET)).isInstanceOf(UnknownHostException.class);
        environment.put("AWS_ENDPOINT_URL", server.endpoint().toString());
        server.close();
        assertThatThrownBy(() -> service(ServiceName.NIMBLE).call(GET)).isInstanceOf(ConnectException.class);
    }

    private AwsService service(ServiceName name) {
        return new AwsService(name, environment, new VirtualTime());
    }
}
