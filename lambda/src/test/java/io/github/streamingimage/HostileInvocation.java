package io.github.streamingimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.customresource.HttpPut;
import io.github.streamingimage.customresource.ResponseServer;
import io.github.streamingimage.customresource.UndeliveredResponseException;
import io.github.streamingimage.hostile.HostileEvents;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.invocation.MalformedInvocationException;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.stepfunctions.Executions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One invocation of the whole function with real bytes, on a virtual clock, with a real server for the response. Checks what is
 * promised whatever the function is invoked with: it ends, fails in two ways only, says nothing but JSON, and tells nobody the
 * query of the ResponseURL.
 */
final class HostileInvocation implements AutoCloseable {

    /** How many invocations there have been in this JVM. */
    static final AtomicLong INVOCATIONS = new AtomicLong();

    private final VirtualTime time = new VirtualTime();

    private final ResponseServer server;
    private final List<String> logLines = new ArrayList<>();
    private final DeletionHandler handler;

    /**
     * @param handOver how starting an execution goes; nothing without a state machine
     * @param statuses what the first responses meet
     */
    HostileInvocation(ScriptedServices services, Optional<Executions.Start> handOver, int... statuses) {
        server = new ResponseServer(statuses);
        handler = new DeletionHandler(new Services(
                Optional.empty(),
                services,
                services,
                handOver.map(start -> (name, input) -> start),
                new HttpPut(),
                host -> Word.EXISTS,
                time,
                new SplittableRandom(1),
                logLines::add));
    }

    /**
     * What became of an invocation.
     *
     * @param failure what failed the invocation, so that Lambda repeats it
     * @param response what CloudFormation got
     * @param handedOver whether the state machine goes on
     */
    record Outcome(Optional<RuntimeException> failure, Optional<Map<String, Object>> response, boolean handedOver) {}

    /** The event with the server's address for its ResponseURL. */
    byte[] bytes(String event) {
        return event.replace(HostileEvents.URL, server.url()).getBytes(StandardCharsets.UTF_8);
    }

    Outcome run(byte[] event) {
        INVOCATIONS.incrementAndGet();
        ByteArrayOutputStream returned = new ByteArrayOutputStream();
        Optional<RuntimeException> failure = Optional.empty();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), returned, context(time));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MalformedInvocationException | UndeliveredResponseException e) {
            failure = Optional.of(e);
            assertThat(stackTrace(e)).doesNotContain(Events.QUERY);
        }
        for (String line : logLines) {
            fields(line);
            assertThat(line).doesNotContain(Events.QUERY, "\n", "\r");
        }
        String output = returned.toString(StandardCharsets.UTF_8);
        boolean again = failure.isEmpty() && Boolean.FALSE.equals(fields(output).get("done"));
        if (!again) {
            assertThat(output).doesNotContain(Events.QUERY);
        }
        boolean handedOver = again || logLines.stream().anyMatch(line -> line.contains("\"event\":\"handedOver\""));
        return new Outcome(failure, response(), handedOver);
    }

    private Optional<Map<String, Object>> response() {
        List<ResponseServer.Received> received = server.received();
        if (received.isEmpty()) {
            return Optional.empty();
        }
        String body = received.get(0).body();
        assertThat(received).extracting(ResponseServer.Received::body).containsOnly(body);
        assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(4096);
        Map<String, Object> response = fields(body);
        assertThat((String) response.get("PhysicalResourceId")).isNotEmpty();
        if (response.get("Status").equals("FAILED")) {
            assertThat((String) response.get("Reason")).startsWith("[").doesNotContain(Events.QUERY);
        } else {
            assertThat(response.get("Status")).isEqualTo("SUCCESS");
        }
        return Optional.of(response);
    }

    @Override
    public void close() {
        server.close();
    }

    private static Map<String, Object> fields(String json) {
        JsonReader.Document document = JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
        assertThat(document.error()).as(json).isEmpty();
        return document.fields();
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static Context context(VirtualTime time) {
        Map<String, Object> values = Map.of(
                "getInvokedFunctionArn", "arn:aws:lambda:us-west-2:123456789012:function:deletion",
                "getAwsRequestId", "aws-request-id");
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> method.getName().equals("getRemainingTimeInMillis")
                        ? (Object) (900_000 - (int) time.slept().toMillis())
                        : values.get(method.getName()));
    }
}
