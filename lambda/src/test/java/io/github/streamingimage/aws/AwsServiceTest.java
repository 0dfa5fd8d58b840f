package io.github.streamingimage.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.streamingimage.VirtualTime;
import io.github.streamingimage.aws.RawResponseServer.Response;
import io.github.streamingimage.http.NoSuchHostException;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.stepfunctions.StepFunctionsExecutions;
import io.github.streamingimage.time.Time;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsServiceTest {

    private static final ServiceRequest GET = new ServiceRequest("GET", "/path", Map.of("X-Amz-A", "b"), "");

    private final RawResponseServer server = new RawResponseServer();
    private final Map<String, String> environment = new HashMap<>(server.environment());
    private final List<String> asked = new ArrayList<>();
    private Word resolver = Word.NO_WORD;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void signsWithTheCredentialsOfTheEnvironmentForTheServiceAndItsRegion() throws IOException {
        server.responds(new Response(200, "", "{}", false));
        service(StepFunctionsExecutions.SERVICE).call(GET);
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
        server.responds(new Response(200, "", "{}", false));
        service(NimbleStudio.SERVICE).call(GET);
        assertThat(server.lastCall().header("X-Amz-Security-Token")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 302, 307, 400, 404, 500, 503})
    void aResponseIsAResponseWhateverItSays(int status) throws IOException {
        server.responds(new Response(status, "SomeException", "{\"a\":\"ä\"}", false));
        ServiceResponse response = service(NimbleStudio.SERVICE).call(GET);
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.errorType()).isEqualTo("SomeException");
        assertThat(response.body()).asString().isEqualTo("{\"a\":\"ä\"}");
        assertThat(response.isSuccess()).isEqualTo(status < 300);
        assertThat(server.lastCall().target()).isEqualTo("/path");
    }

    @Test
    void anErrorWithoutABodyHasAnEmptyOne() throws IOException {
        server.responds(new Response(500, "", "", false));
        ServiceResponse response = service(NimbleStudio.SERVICE).call(GET);
        assertThat(response.body()).isEmpty();
        assertThat(response.errorType()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200", "500"})
    void aResponseThatIsCutOffIsNone(int status) {
        server.responds(new Response(status, "", "{}", true));
        assertThatThrownBy(() -> service(NimbleStudio.SERVICE).call(GET)).isInstanceOf(IOException.class);
    }

    @Test
    void aResponseThatIsTooLongIsNone() {
        server.responds(new Response(200, "", " ".repeat((1 << 20) + 1), false));
        assertThatThrownBy(() -> service(NimbleStudio.SERVICE).call(GET)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aResponseThatDripsInIsGivenUp() {
        server.responds(new Response(200, "", "{}", false));
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
        assertThatThrownBy(
                        () -> new AwsService(NimbleStudio.SERVICE, environment, elevenSecondsALook, host -> Word.EXISTS)
                                .call(GET))
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("the response took longer than 10 s");
    }

    @Test
    void tellsANameThatDoesNotExistFromAnAddressThatRefuses() {
        environment.remove("AWS_ENDPOINT_URL");
        environment.put("AWS_REGION", "no-region-1");
        resolver = Word.NO_SUCH_NAME;
        assertThatThrownBy(() -> service(NimbleStudio.SERVICE).call(GET))
                .isInstanceOf(NoSuchHostException.class)
                .hasMessage("nimble.no-region-1.amazonaws.com");
        assertThat(asked).containsExactly("nimble.no-region-1.amazonaws.com");
        environment.put("AWS_ENDPOINT_URL", server.endpoint().toString());
        server.close();
        assertThatThrownBy(() -> service(NimbleStudio.SERVICE).call(GET)).isInstanceOf(ConnectException.class);
        assertThat(asked).as("only about a name that cannot be resolved").hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"EXISTS", "NO_WORD"})
    void aNameThatCannotBeResolvedMayExistUnlessTheResolverSaysItDoesNot(Word word) {
        environment.remove("AWS_ENDPOINT_URL");
        environment.put("AWS_REGION", "no-region-1");
        resolver = word;
        assertThatThrownBy(() -> service(NimbleStudio.SERVICE).call(GET))
                .isInstanceOf(UnknownHostException.class)
                .isNotInstanceOf(NoSuchHostException.class);
    }

    @Test
    void aNameThatWasConfiguredSaysNothingAboutTheService() {
        environment.put("AWS_ENDPOINT_URL_NIMBLE", "https://nimble.us-west-2.invalid");
        resolver = Word.NO_SUCH_NAME;
        assertThatThrownBy(() -> service(NimbleStudio.SERVICE).call(GET))
                .isInstanceOf(UnknownHostException.class)
                .isNotInstanceOf(NoSuchHostException.class);
        assertThat(asked).isEmpty();
    }

    private AwsService service(ServiceName name) {
        return new AwsService(name, environment, new VirtualTime(), host -> {
            asked.add(host);
            return resolver;
        });
    }
}
