package io.github.streamingimage.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.aws.RawResponseServer.Response;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.time.SystemTime;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is just taken of a response, and what the function says of itself. */
class AwsServiceLimitsTest {

    private final RawResponseServer server = new RawResponseServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private ServiceResponse call() throws IOException {
        return new AwsService(NimbleStudio.SERVICE, server.environment(), new SystemTime(), host -> Word.EXISTS)
                .call(new ServiceRequest("GET", "/path", Map.of(), ""));
    }

    @Test
    void aResponseMayHaveAMebibyte() throws IOException {
        server.responds(new Response(200, "", " ".repeat(1 << 20), false));
        assertThat(call().body()).hasSize(1 << 20);
    }

    @Test
    void namesItself() throws IOException {
        server.responds(new Response(200, "", "{}", false));
        call();
        assertThat(server.lastCall().header("User-Agent")).contains("streaming-image-deletion");
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws-cn:cloudformation:cn-north-1:123456789012:stack/images/1, arn:aws-cn:nimble:cn-north-1:123456789012:image/1",
        "arn:aws:cloudformation:us-west-2:123456789012:, arn:aws:nimble:us-west-2:123456789012:image/1",
        "arn:aws:cloudformation:us-west-2:123456789012, ''",
        "'', ''"
    })
    void anArnIsOfThePartitionTheRegionAndTheAccountOfTheStack(String stackId, String arn) {
        assertThat(ImageCall.arn(stackId, "nimble", "image/1")).isEqualTo(arn);
    }

    @ParameterizedTest
    @CsvSource({":http://x, ''", "A:, A", "A, A"})
    void theTypeOfAnErrorEndsAtTheColon(String header, String type) {
        assertThat(ServiceError.ofJson(new ServiceResponse(400, header, new byte[0]))
                        .type())
                .isEqualTo(type);
    }
}
