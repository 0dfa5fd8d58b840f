package io.github.streamingimage.emulator.cloudformation;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Creates, updates and deletes custom resources: sends the function a request, and takes its response or the lack of one. */
final class CustomResourceProvider implements ResourceProvider<CustomResource> {

    private final Scheduler scheduler;
    private final Identifiers identifiers;
    private final URI endpoint;
    private final FunctionArn arn;
    private final Duration processing;
    private final CloudFormationListener listener;
    private final RequestEvents events;
    private final Map<String, PendingRequest> byPath = new HashMap<>();

    /** @param processing how long it takes until a response that has arrived takes effect */
    CustomResourceProvider(
            Scheduler scheduler,
            Identifiers identifiers,
            URI endpoint,
            FunctionArn arn,
            Duration processing,
            CloudFormationListener listener) {
        this.scheduler = scheduler;
        this.identifiers = identifiers;
        this.endpoint = endpoint;
        this.arn = arn;
        this.processing = processing;
        this.listener = listener;
        this.events = new RequestEvents(arn);
    }

    @Override
    public void create(
            Stack stack,
            String logicalId,
            CustomResource declaration,
            Cancellation cancellation,
            Consumer<ResourceResult> then) {
        PendingRequest pending = send(
                RequestType.CREATE,
                stack,
                logicalId,
                declaration,
                Optional.empty(),
                verdict -> then.accept(verdict.match(
                        CustomResourceProvider::done,
                        failed -> new ResourceResult.Failed(
                                failed.physicalId().isEmpty()
                                        ? stack.inventedId(logicalId, identifiers)
                                        : failed.physicalId(),
                                failed.reason()))));
        cancellation.onRequest(() -> pending.cancel("Resource creation cancelled"));
    }

    @Override
    public void update(
            Stack stack,
            LiveResource before,
            CustomResource to,
            Cancellation cancellation,
            Consumer<ResourceResult> then) {
        PendingRequest pending = send(
                RequestType.UPDATE,
                stack,
                before.logicalId(),
                to,
                Optional.of(before),
                verdict -> then.accept(doneOrUnchanged(verdict, before)));
        cancellation.onRequest(() -> pending.cancel("Resource update cancelled"));
    }

    @Override
    public void delete(Stack stack, LiveResource resource, CustomResource declaration, Consumer<ResourceResult> then) {
        send(
                RequestType.DELETE,
                stack,
                resource.logicalId(),
                declaration,
                Optional.of(resource),
                verdict -> then.accept(doneOrUnchanged(verdict, resource)));
    }

    /** The request whose response belongs to this path, if there is one, answered or not. */
    Optional<PendingRequest> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Takes what arrived at a ResponseURL, and has it recorded before it takes effect. */
    void receive(PendingRequest pending, byte[] body, int httpStatus) {
        SentRequest request = pending.request();
        ResponseRules.Judgement judgement = ResponseRules.judge(request, body);
        judgement
                .violations()
                .forEach(description -> listener.violated(new Violation(request.requestId(), description)));
        ReceivedResponse.Disposition disposition = pending.disposition();
        listener.responseReceived(new ReceivedResponse(
                scheduler.instant(), request.requestId(), httpStatus, body.length, disposition, judgement.response()));
        if (disposition == ReceivedResponse.Disposition.COUNTED) {
            Verdict verdict = judgement
                    .response()
                    .map(response -> Verdict.of(response, request.requestId()))
                    .orElseGet(() -> Verdict.unusable(judgement.violations()));
            pending.respond(verdict, scheduler, processing);
        }
    }

    private PendingRequest send(
            RequestType type,
            Stack stack,
            String logicalId,
            CustomResource declaration,
            Optional<LiveResource> before,
            Consumer<Verdict> then) {
        Instant now = scheduler.instant();
        String requestId = identifiers.requestId();
        PresignedUrl url = PresignedUrl.of(endpoint, arn.region(), stack, logicalId, requestId, now, identifiers);
        SentRequest request = new SentRequest(
                now,
                stack.id(),
                logicalId,
                type,
                requestId,
                events.event(type, stack, logicalId, requestId, url, declaration, before));
        PendingRequest pending = new PendingRequest(request, url, end -> listener.requestEnded(request, end), then);
        byPath.put(url.path(), pending);
        scheduler.after(Duration.ofSeconds(declaration.serviceTimeoutSeconds()), pending::timeOut);
        listener.requestSent(request);
        return pending;
    }

    private static ResourceResult doneOrUnchanged(Verdict verdict, LiveResource before) {
        return verdict.match(
                CustomResourceProvider::done,
                failed -> new ResourceResult.Failed(before.physicalId(), failed.reason()));
    }

    private static ResourceResult done(Verdict.Succeeded succeeded) {
        return new ResourceResult.Done(succeeded.physicalId(), succeeded.data());
    }
}
