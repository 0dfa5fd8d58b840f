package io.github.streamingimage.emulator.cloudformation;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Creates, updates and deletes custom resources: sends the function a request, and takes its answer or the lack of one. */
final class CustomResourceProvider implements ResourceProvider<CustomResource> {

    private final URI endpoint;
    private final FunctionArn arn;
    private final Consumer<byte[]> function;
    private final ResponseEndpoint responses;
    private final Journal journal;
    private final RequestEvents events;

    CustomResourceProvider(
            URI endpoint, FunctionArn arn, Consumer<byte[]> function, ResponseEndpoint responses, Journal journal) {
        this.endpoint = endpoint;
        this.arn = arn;
        this.function = function;
        this.responses = responses;
        this.journal = journal;
        this.events = new RequestEvents(arn);
    }

    @Override
    public ResourceResult create(Stack stack, String logicalId, CustomResource declaration, Cancellation cancellation) {
        PendingRequest pending = send(RequestType.CREATE, stack, logicalId, declaration, Optional.empty());
        cancellation.onRequest(() -> pending.abandon("Resource creation cancelled"));
        Verdict verdict = pending.await(declaration.serviceTimeoutSeconds());
        if (verdict instanceof Verdict.Failed failed) {
            String physicalId =
                    failed.physicalId().isEmpty() ? PhysicalIds.invent(stack, logicalId) : failed.physicalId();
            return new ResourceResult.Failed(physicalId, failed.reason());
        }
        return done(verdict);
    }

    @Override
    public ResourceResult update(Stack stack, LiveResource before, CustomResource to, Cancellation cancellation) {
        PendingRequest pending = send(RequestType.UPDATE, stack, before.logicalId(), to, Optional.of(before));
        cancellation.onRequest(() -> pending.abandon("Resource update cancelled"));
        return doneOrFailed(pending.await(to.serviceTimeoutSeconds()), before);
    }

    @Override
    public ResourceResult delete(Stack stack, LiveResource resource, CustomResource declaration) {
        PendingRequest pending =
                send(RequestType.DELETE, stack, resource.logicalId(), declaration, Optional.of(resource));
        return doneOrFailed(pending.await(declaration.serviceTimeoutSeconds()), resource);
    }

    private PendingRequest send(
            RequestType type,
            Stack stack,
            String logicalId,
            CustomResource declaration,
            Optional<LiveResource> before) {
        String requestId = UUID.randomUUID().toString();
        ResponseUrl url = ResponseUrl.presign(endpoint, arn.region(), stack, logicalId, requestId);
        SentRequest request = new SentRequest(
                Instant.now(),
                stack.id(),
                logicalId,
                type,
                requestId,
                events.event(type, stack, logicalId, requestId, url, declaration, before));
        PendingRequest pending = new PendingRequest(request, url);
        responses.expect(pending);
        journal.sent(request);
        function.accept(request.payload());
        return pending;
    }

    private static ResourceResult doneOrFailed(Verdict verdict, LiveResource before) {
        return verdict instanceof Verdict.Failed failed
                ? new ResourceResult.Failed(before.physicalId(), failed.reason())
                : done(verdict);
    }

    private static ResourceResult done(Verdict verdict) {
        Verdict.Succeeded succeeded = (Verdict.Succeeded) verdict;
        return new ResourceResult.Done(succeeded.physicalId(), succeeded.data());
    }
}
