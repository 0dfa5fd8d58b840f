package io.github.streamingimage;

import io.github.streamingimage.aws.Environment;
import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.customresource.CustomResourceRequest.RequestType;
import io.github.streamingimage.deletion.Adoption;
import io.github.streamingimage.deletion.Decider;
import io.github.streamingimage.deletion.Decision;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Deletion;
import io.github.streamingimage.deletion.FailureCode;
import io.github.streamingimage.deletion.ImageId;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.logging.EventLog;
import io.github.streamingimage.waiting.Driver;
import io.github.streamingimage.waiting.Edges;
import io.github.streamingimage.waiting.Pass;
import java.util.Map;
import java.util.Optional;

/** The requests of the resource's life: Create and Update adopt the image, Delete deletes it. */
final class Lifecycle {

    private final Map<String, String> environment;
    private final Edges edges;
    private final EventLog log;

    Lifecycle(Map<String, String> environment, Edges edges, EventLog log) {
        this.environment = environment;
        this.edges = edges;
        this.log = log;
    }

    /** How far a request got in this invocation: to its answer, or to a wait that somebody else goes on after. */
    record Result(Optional<Answer> answer, Optional<Decision.Wait> pending) {
        static Result of(Answer answer) {
            return new Result(Optional.of(answer), Optional.empty());
        }
    }

    /** @param progress what the request has to remember from earlier invocations */
    Result run(CustomResourceRequest request, Progress progress, Driver driver) {
        StreamingImageProperties properties = new StreamingImageProperties(request.properties());
        return switch (request.type()) {
            case CREATE, UPDATE -> adopt(request, properties, progress, driver);
            case DELETE -> delete(request, properties, progress, driver);
        };
    }

    private Result adopt(
            CustomResourceRequest request, StreamingImageProperties properties, Progress progress, Driver driver) {
        Optional<String> problem = properties.problem();
        if (problem.isPresent()) {
            return Result.of(Answers.failed(request, FailureCode.INVALID_PROPERTY, problem.get()));
        }
        ImageId image = properties.image();
        Adoption.Kind kind = request.type() == RequestType.CREATE
                ? Adoption.Kind.CREATE
                : image.physicalResourceId().equals(request.physicalResourceId())
                        ? Adoption.Kind.KEEP
                        : Adoption.Kind.REPLACE;
        return decide(request, image, new Adoption(image, kind), progress, driver);
    }

    /** The PhysicalResourceId alone decides what is deleted; of the properties only the options are read. */
    private Result delete(
            CustomResourceRequest request, StreamingImageProperties properties, Progress progress, Driver driver) {
        Optional<ImageId> image = ImageId.ofPhysicalResourceId(request.physicalResourceId());
        if (image.isEmpty()) {
            String outcome = Succeed.Outcome.NO_IMAGE.name();
            log.info("decided", Map.of("decision", "SUCCEED", "outcome", outcome));
            return Result.of(Answers.deleted(request, outcome));
        }
        Deletion deletion =
                new Deletion(request.requestId(), image.get(), properties.onRollback(), properties.onServiceRetired());
        return decide(request, image.get(), deletion, progress, driver);
    }

    private Result decide(
            CustomResourceRequest request, ImageId image, Decider decider, Progress progress, Driver driver) {
        Optional<String> misconfigured = Environment.problem(environment);
        if (misconfigured.isPresent()) {
            return Result.of(Answers.failed(request, FailureCode.INVALID_CONFIGURATION, misconfigured.get()));
        }
        Decision decision = driver.drive(new Pass(decider, image, request.stackId(), edges, log), progress);
        if (decision instanceof Decision.Wait wait) {
            return new Result(Optional.empty(), Optional.of(wait));
        }
        return Result.of(
                decision instanceof Succeed succeed
                        ? Answers.succeeded(request, image, succeed)
                        : Answers.failed(request, ((Fail) decision).code(), ((Fail) decision).detail()));
    }
}
