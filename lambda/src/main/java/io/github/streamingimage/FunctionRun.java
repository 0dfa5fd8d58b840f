package io.github.streamingimage;

import io.github.streamingimage.customresource.Addressee;
import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.customresource.CustomResourceRequest.RequestType;
import io.github.streamingimage.customresource.CustomResourceResponse;
import io.github.streamingimage.customresource.ResponseSender;
import io.github.streamingimage.customresource.UndeliveredResponseException;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.PassEnd;
import io.github.streamingimage.deletion.Decision.Verdict;
import io.github.streamingimage.deletion.Decision.Wait;
import io.github.streamingimage.deletion.FailureCode;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.invocation.Invocation;
import io.github.streamingimage.invocation.MalformedInvocationException;
import io.github.streamingimage.logging.EventLog;
import io.github.streamingimage.waiting.Driver;
import io.github.streamingimage.waiting.Handover;
import io.github.streamingimage.waiting.InlineWaiting;
import io.github.streamingimage.waiting.StepFunctionsWaiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One invocation of the function: does what each kind of invocation asks for and gives what the invocation returns, JSON in UTF-8.
 *
 * @param functionArn the function as it was invoked
 * @param remaining how long it is until Lambda ends the invocation
 */
record FunctionRun(Services services, String awsRequestId, String functionArn, Supplier<Duration> remaining)
        implements Invocation.Cases<byte[]> {

    /** What is left of the invocation when the last try to deliver a response may begin: longer than a try takes. */
    private static final Duration END_OF_DELIVERY = Duration.ofSeconds(15);

    @Override
    public byte[] request(Invocation.Request invocation) {
        CustomResourceRequest request = invocation.request();
        EventLog log = log(request);
        log.info(
                "received",
                Map.of("serviceTimeoutSeconds", request.serviceTimeout().toSeconds()));
        Options.misspellings(request.properties(), services.images().propertyNames())
                .forEach(misspelling -> log.warn(
                        "unknownProperty", Map.of("property", misspelling.name(), "similarTo", misspelling.known())));
        Driver driver = services.executions()
                .<Driver>map(executions ->
                        new StepFunctionsWaiting(executions, functionArn, request, services.time(), deadline(), log))
                .orElseGet(this::inline);
        conclude(request, run(request, start(request), driver, log), log);
        return Handover.done();
    }

    @Override
    public byte[] resumed(Invocation.Resumed resumed) {
        CustomResourceRequest request = resumed.request();
        EventLog log = log(request);
        Progress progress = resumed.handover().progress().orElseGet(() -> start(request));
        PassEnd end = run(request, progress, Function::apply, log);
        if (end instanceof Wait wait) {
            return Handover.json(resumed.handover().functionArn(), request, wait);
        }
        conclude(request, end, log);
        return Handover.done();
    }

    /** Tells of the failure; but a SUCCESS that could not be delivered is repeated, since a decision is never reversed. */
    @Override
    public byte[] givenUp(Invocation.GivenUp givenUp) {
        CustomResourceRequest request = givenUp.request();
        EventLog log = log(request);
        log.error("givenUp", Map.of("cause", givenUp.cause()));
        Progress progress = start(request);
        Instant startedAt = progress.time().startedAt();
        if (!givenUp.undeliveredSuccess()) {
            String detail = "The function did not respond: " + givenUp.cause() + ".";
            deliver(Responses.failed(request.addressee(), FailureCode.FUNCTION_FAILED, detail), startedAt, log);
        } else if (request.type() == RequestType.DELETE) {
            deliver(Responses.deletedAsDecided(request), startedAt, log);
        } else {
            conclude(request, run(request, progress, inline(), log), log);
        }
        return Handover.done();
    }

    @Override
    public byte[] malformed(Invocation.Malformed malformed) {
        Addressee addressee =
                malformed.addressee().orElseThrow(() -> new MalformedInvocationException(malformed.problem()));
        EventLog log = log(addressee, "");
        log.error("malformed", Map.of("field", malformed.field(), "problem", malformed.problem()));
        deliver(
                Responses.failed(addressee, FailureCode.INVALID_REQUEST, malformed.problem() + "."),
                Deadlines.issuedAt(addressee, services.time().now()),
                log);
        return Handover.done();
    }

    private PassEnd run(CustomResourceRequest request, Progress progress, Driver driver, EventLog log) {
        try {
            return driver.drive(new Lifecycle(services, log).pass(request), progress);
        } catch (RuntimeException e) {
            // A bug would be the same after Lambda's retries, minutes later. Its message can hold anything: it is not
            // told.
            List<String> at = Arrays.stream(e.getStackTrace())
                    .limit(5)
                    .map(String::valueOf)
                    .toList();
            log.error("bug", Map.of("exception", e.getClass().getName(), "at", at));
            String detail = "The function met " + e.getClass().getName() + ".";
            return new Fail(FailureCode.FUNCTION_FAILED, detail, progress);
        }
    }

    /** Delivers the response, unless somebody else goes on with the request. */
    private void conclude(CustomResourceRequest request, PassEnd end, EventLog log) {
        if (end instanceof Verdict verdict) {
            deliver(Responses.of(request, verdict), verdict.progress().time().startedAt(), log);
        }
    }

    private Progress start(CustomResourceRequest request) {
        return Deadlines.start(request, services.time().now());
    }

    private InlineWaiting inline() {
        return new InlineWaiting(services.time(), deadline());
    }

    /** By when this invocation must have decided, unless the request has been handed over. */
    private Supplier<Instant> deadline() {
        Duration margin = Deadlines.margin(remaining.get());
        return () -> end().minus(margin);
    }

    /** When Lambda ends the invocation; told anew each time, since the clock may have been corrected. */
    private Instant end() {
        return services.time().now().plus(remaining.get());
    }

    private void deliver(CustomResourceResponse response, Instant startedAt, EventLog log) {
        ResponseSender.Delivery delivery = new ResponseSender(services.put(), services.time(), services.random())
                .send(response.addressee().responseUrl(), response.json(), end().minus(END_OF_DELIVERY));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", response.status().name());
        fields.put("outcome", response.outcome());
        fields.put(
                "elapsedMillis",
                Duration.between(startedAt, services.time().now()).toMillis());
        fields.put("attempts", delivery.attempts());
        fields.put("lastResult", delivery.lastResult());
        if (response.reason() != null) {
            fields.put("reason", response.reason());
        }
        if (!delivery.delivered()) {
            log.error("undelivered", fields);
            throw new UndeliveredResponseException(response.status(), delivery);
        }
        log.info("delivered", fields);
    }

    private EventLog log(CustomResourceRequest request) {
        return log(request.addressee(), request.type().name());
    }

    private EventLog log(Addressee addressee, String requestType) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("requestType", requestType);
        fields.put("stackId", addressee.stackId());
        fields.put("logicalResourceId", addressee.logicalResourceId());
        fields.put("requestId", addressee.requestId());
        fields.put("physicalResourceId", addressee.physicalResourceId());
        fields.put("awsRequestId", awsRequestId);
        return new EventLog(services.logLines(), services.time()::now, addressee.responseUrl()::redact, fields);
    }
}
