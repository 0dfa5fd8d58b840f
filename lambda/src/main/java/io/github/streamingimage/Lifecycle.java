package io.github.streamingimage;

import io.github.streamingimage.aws.Environment;
import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.customresource.CustomResourceRequest.RequestType;
import io.github.streamingimage.customresource.CustomResourceResponse;
import io.github.streamingimage.deletion.Adoption;
import io.github.streamingimage.deletion.Decider;
import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Deletion;
import io.github.streamingimage.deletion.FailureCode;
import io.github.streamingimage.deletion.ImageId;
import io.github.streamingimage.logging.EventLog;
import io.github.streamingimage.waiting.Edges;
import io.github.streamingimage.waiting.InlineWaiting;
import io.github.streamingimage.waiting.Pass;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Answers the requests of the resource's life: Create and Update adopt the image, Delete deletes it. */
final class Lifecycle {

    private final Map<String, String> environment;
    private final Edges edges;
    private final EventLog log;

    Lifecycle(Map<String, String> environment, Edges edges, EventLog log) {
        this.environment = environment;
        this.edges = edges;
        this.log = log;
    }

    /** @param invocationEnd when Lambda ends the invocation */
    CustomResourceResponse answer(CustomResourceRequest request, Instant invocationEnd) {
        StreamingImageProperties properties = new StreamingImageProperties(request.properties());
        return switch (request.type()) {
            case CREATE, UPDATE -> adopt(request, properties, invocationEnd);
            case DELETE -> delete(request, properties, invocationEnd);
        };
    }

    private CustomResourceResponse adopt(
            CustomResourceRequest request, StreamingImageProperties properties, Instant invocationEnd) {
        Optional<String> problem = properties.problem();
        if (problem.isPresent()) {
            return Answers.failed(request, FailureCode.INVALID_PROPERTY, problem.get());
        }
        ImageId image = properties.image();
        Adoption.Kind kind = request.type() == RequestType.CREATE
                ? Adoption.Kind.CREATE
                : image.physicalResourceId().equals(request.physicalResourceId())
                        ? Adoption.Kind.KEEP
                        : Adoption.Kind.REPLACE;
        return decide(request, image, new Adoption(image, kind), invocationEnd);
    }

    /** The PhysicalResourceId alone decides what is deleted; of the properties only the options are read. */
    private CustomResourceResponse delete(
            CustomResourceRequest request, StreamingImageProperties properties, Instant invocationEnd) {
        Optional<ImageId> image = ImageId.ofPhysicalResourceId(request.physicalResourceId());
        if (image.isEmpty()) {
            log.info("decided", Map.of("decision", "SUCCEED", "outcome", Succeed.Outcome.NO_IMAGE.name()));
            return CustomResourceResponse.success(request.addressee(), request.physicalResourceId(), Map.of());
        }
        Deletion deletion =
                new Deletion(request.requestId(), image.get(), properties.onRollback(), properties.onServiceRetired());
        return decide(request, image.get(), deletion, invocationEnd);
    }

    private CustomResourceResponse decide(
            CustomResourceRequest request, ImageId image, Decider decider, Instant invocationEnd) {
        Optional<String> misconfigured = Environment.problem(environment);
        if (misconfigured.isPresent()) {
            return Answers.failed(request, FailureCode.INVALID_CONFIGURATION, misconfigured.get());
        }
        Pass pass = new Pass(decider, image, request.stackId(), edges, log);
        Decision decision = new InlineWaiting(pass, edges.time())
                .run(Deadlines.start(request, edges.time().now(), invocationEnd));
        return decision instanceof Succeed succeed
                ? Answers.succeeded(request, image, succeed)
                : Answers.failed(request, ((Fail) decision).code(), ((Fail) decision).detail());
    }
}
