package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.streamingimage.aws.RawResponseServer;
import io.github.streamingimage.aws.RawResponseServer.Response;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.json.JsonReader;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The function as Lambda makes it, without any argument, in a process of its own whose environment names another server for each
 * service.
 */
class WiringTest {

    private static final String STATE_MACHINE = "arn:aws:states:us-west-2:123456789012:stateMachine:waiting";
    private static final String IMAGE = "{\"streamingImage\":{\"streamingImageId\":\"image-1\",\"state\":\"READY\"}}";
    private static final String STACK = "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackStatus>"
            + "DELETE_IN_PROGRESS</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>";

    @TempDir
    private Path directory;

    private final RawResponseServer nimble = new RawResponseServer();
    private final RawResponseServer cloudFormation = new RawResponseServer();
    private final RawResponseServer stepFunctions = new RawResponseServer();
    private final RawResponseServer anyOther = new RawResponseServer();

    /** What Lambda's runtime does, once. */
    public static final class Runtime {
        private Runtime() {}

        public static void main(String[] args) throws IOException {
            Context context = (Context) Proxy.newProxyInstance(
                    Runtime.class.getClassLoader(),
                    new Class<?>[] {Context.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "getRemainingTimeInMillis" -> 60_000;
                        case "getInvokedFunctionArn" -> "arn:aws:lambda:us-west-2:123456789012:function:deletion";
                        default -> "text";
                    });
            try (var output = Files.newOutputStream(Path.of(args[0]))) {
                new StreamingImageDeletionHandler().handleRequest(System.in, output, context);
            }
        }
    }

    @AfterEach
    void stop() {
        List.of(nimble, cloudFormation, stepFunctions, anyOther).forEach(RawResponseServer::close);
    }

    @Test
    void eachServiceIsCalledAtItsOwnEndpointAndTheLogGoesToStandardOutput() throws Exception {
        nimble.responds(new Response(200, "", IMAGE, false));
        cloudFormation.responds(new Response(200, "", STACK, false));
        stepFunctions.responds(new Response(200, "", "{\"executionArn\":\"arn\",\"startDate\":1}", false));
        String now = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(Instant.now());
        run(Events.delete("http://127.0.0.1:1/?X-Amz-Date=" + now + "&X-Amz-Signature=0123456789abcdef"));
        assertThat(nimble.lastCall().method()).isEqualTo("DELETE");
        assertThat(nimble.lastCall().target()).contains("/streaming-images/image-1");
        assertThat(nimble.lastCall().header("Authorization").orElseThrow()).contains("/nimble/aws4_request");
        assertThat(cloudFormation.lastCall().body()).startsWith("Action=DescribeStacks&");
        assertThat(cloudFormation.lastCall().header("Authorization").orElseThrow())
                .contains("/cloudformation/aws4_request");
        assertThat(stepFunctions.lastCall().header("X-Amz-Target")).contains("AWSStepFunctions.StartExecution");
        assertThat(stepFunctions.lastCall().body()).contains("\"stateMachineArn\":\"" + STATE_MACHINE + "\"");
        assertThat(anyOther.lastCall()).isNull();
        List<String> lines = Files.readAllLines(directory.resolve("out"));
        assertThat(lines)
                .extracting(line -> JsonReader.read(line.getBytes(StandardCharsets.UTF_8))
                        .fields()
                        .get("event"))
                .contains("received", "observed", "handedOver")
                .doesNotContainNull();
        assertThat(Files.readString(directory.resolve("err"))).doesNotContain("\"event\"");
        assertThat(Files.readString(directory.resolve("returned"))).contains("\"done\":true");
    }

    private void run(Map<String, Object> event) throws Exception {
        Path input = Files.write(directory.resolve("event"), Events.json(event));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Runtime.class.getName(),
                        directory.resolve("returned").toString())
                .redirectInput(input.toFile())
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        Map<String, String> environment = new HashMap<>(anyOther.environment());
        environment.put("AWS_ENDPOINT_URL_NIMBLE", nimble.endpoint().toString());
        environment.put(
                "AWS_ENDPOINT_URL_CLOUDFORMATION", cloudFormation.endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_SFN", stepFunctions.endpoint().toString());
        environment.put("STATE_MACHINE_ARN", STATE_MACHINE);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(directory.resolve("err")))
                .isZero();
    }
}
