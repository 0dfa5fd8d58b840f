package io.github.streamingimage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.streamingimage.customresource.Addressee;
import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.customresource.CustomResourceRequest.RequestType;
import io.github.streamingimage.customresource.CustomResourceResponse;
import io.github.streamingimage.customresource.Invocation;
import io.github.streamingimage.customresource.InvocationReader;
import io.github.streamingimage.customresource.MalformedInvocationException;
import io.github.streamingimage.customresource.ResponseSender;
import io.github.streamingimage.customresource.UndeliveredAnswerException;
import io.github.streamingimage.deletion.FailureCode;
import io.github.streamingimage.logging.EventLog;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.nimble.StreamingImages;
import io.github.streamingimage.stack.CloudFormationStacks;
import io.github.streamingimage.stack.Stacks;
import io.github.streamingimage.time.SystemTime;
import io.github.streamingimage.time.Time;
import io.github.streamingimage.waiting.Edges;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Entry point of the function: tells the kinds of invocation apart, wires, and delivers the answer. Whatever it is invoked with,
 * an event with a usable ResponseURL is answered, or the invocation fails so that Lambda tries again.
 */
public final class StreamingImageDeletionHandler implements RequestStreamHandler {

    /** What is left of the invocation when the last try to deliver an answer may begin to wait. */
    private static final Duration END_OF_DELIVERY = Duration.ofSeconds(1);

    private final Map<String, String> environment;
    private final Function<BooleanSupplier, StreamingImages> images;
    private final Stacks stacks;
    private final Time time;
    private final RandomGenerator random;
    private final ResponseSender sender;
    private final Consumer<String> logLines;

    /** Wires the function as Lambda runs it. Nothing is built yet that a request may not need. */
    public StreamingImageDeletionHandler() {
        this(
                System.getenv(),
                new NimbleStudio()::images,
                new CloudFormationStacks(),
                new SystemTime(),
                new SplittableRandom(),
                System.out::println);
    }

    StreamingImageDeletionHandler(
            Map<String, String> environment,
            Function<BooleanSupplier, StreamingImages> images,
            Stacks stacks,
            Time time,
            RandomGenerator random,
            Consumer<String> logLines) {
        this.environment = environment;
        this.images = images;
        this.stacks = stacks;
        this.time = time;
        this.random = random;
        this.sender = new ResponseSender(time, random);
        this.logLines = logLines;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        Instant end = time.now().plusMillis(context.getRemainingTimeInMillis());
        InvocationReader.read(input.readAllBytes()).match(new Invocation.Cases<Void>() {
            @Override
            public Void request(Invocation.Request invocation) {
                CustomResourceRequest request = invocation.request();
                EventLog log = log(request, context);
                log.info(
                        "received",
                        Map.of("serviceTimeoutSeconds", request.serviceTimeout().toSeconds()));
                deliver(answer(request, end, log), end, log);
                return null;
            }

            @Override
            public Void givenUp(Invocation.GivenUp givenUp) {
                EventLog log = log(givenUp.request(), context);
                log.error("givenUp", Map.of("cause", givenUp.cause()));
                deliver(lastResort(givenUp, end, log), end, log);
                return null;
            }

            @Override
            public Void malformed(Invocation.Malformed malformed) {
                Addressee addressee =
                        malformed.addressee().orElseThrow(() -> new MalformedInvocationException(malformed.problem()));
                EventLog log = log(addressee, "", context);
                log.error("malformed", Map.of("field", malformed.field(), "problem", malformed.problem()));
                deliver(Answers.failed(addressee, FailureCode.INVALID_REQUEST, malformed.problem() + "."), end, log);
                return null;
            }
        });
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    private CustomResourceResponse answer(CustomResourceRequest request, Instant end, EventLog log) {
        Edges edges = new Edges(images.apply(request.addressee().responseUrl()::resolves), stacks, time, random);
        try {
            return new Lifecycle(environment, edges, log).answer(request, end);
        } catch (RuntimeException e) {
            // A bug would be the same after Lambda's retries, minutes later. Its message can hold anything: it is not
            // told.
            List<String> at = Arrays.stream(e.getStackTrace())
                    .limit(5)
                    .map(String::valueOf)
                    .toList();
            log.error("bug", Map.of("exception", e.getClass().getName(), "at", at));
            return Answers.failed(
                    request,
                    FailureCode.FUNCTION_FAILED,
                    "The function met " + e.getClass().getName() + ".");
        }
    }

    /** Repeats a SUCCESS that could not be delivered, since a decision is never turned around; else tells of the failure. */
    private CustomResourceResponse lastResort(Invocation.GivenUp givenUp, Instant end, EventLog log) {
        CustomResourceRequest request = givenUp.request();
        if (!givenUp.undeliveredSuccess()) {
            return Answers.failed(
                    request, FailureCode.FUNCTION_FAILED, "The function did not answer: " + givenUp.cause() + ".");
        }
        return request.type() == RequestType.DELETE
                ? CustomResourceResponse.success(request.addressee(), request.physicalResourceId(), Map.of())
                : answer(request, end, log);
    }

    private void deliver(CustomResourceResponse response, Instant end, EventLog log) {
        Addressee addressee = response.addressee();
        ResponseSender.Delivery delivery =
                sender.send(addressee.responseUrl(), response.json(), end.minus(END_OF_DELIVERY));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", response.status().name());
        fields.put("physicalResourceId", response.physicalResourceId());
        fields.put("attempts", delivery.attempts());
        fields.put("lastResult", delivery.lastResult());
        if (response.reason() != null) {
            fields.put("reason", response.reason());
        }
        if (!delivery.delivered()) {
            log.error("undelivered", fields);
            throw new UndeliveredAnswerException(response.status(), delivery);
        }
        log.info("delivered", fields);
    }

    private EventLog log(CustomResourceRequest request, Context context) {
        return log(request.addressee(), request.type().name(), context);
    }

    private EventLog log(Addressee addressee, String requestType, Context context) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("requestType", requestType);
        fields.put("stackId", addressee.stackId());
        fields.put("logicalResourceId", addressee.logicalResourceId());
        fields.put("requestId", addressee.requestId());
        fields.put("physicalResourceId", addressee.physicalResourceId());
        fields.put("awsRequestId", context.getAwsRequestId());
        return new EventLog(logLines, time::now, addressee.responseUrl()::redact, fields);
    }
}
