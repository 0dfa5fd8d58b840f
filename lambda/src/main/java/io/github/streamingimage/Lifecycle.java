package io.github.streamingimage;

import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.customresource.CustomResourceRequest.RequestType;
import io.github.streamingimage.deletion.Adoption;
import io.github.streamingimage.deletion.Decider;
import io.github.streamingimage.deletion.Decision.Fail;
import io.github.streamingimage.deletion.Decision.PassEnd;
import io.github.streamingimage.deletion.Decision.Succeed;
import io.github.streamingimage.deletion.Decision.Succeed.Outcome;
import io.github.streamingimage.deletion.Deletion;
import io.github.streamingimage.deletion.FailureCode;
import io.github.streamingimage.deletion.Progress;
import io.github.streamingimage.deletion.StreamingImage;
import io.github.streamingimage.logging.EventLog;
import io.github.streamingimage.waiting.Pass;
import io.github.streamingimage.waiting.PassLog;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The requests of the resource's life: Create and Update adopt the image, Delete deletes it. */
record Lifecycle(Services services, EventLog log) {

    /** One pass over the request, from the progress that the last one ended with; of a request that can be decided as it stands, the verdict. */
    Function<Progress, PassEnd> pass(CustomResourceRequest request) {
        return request.type() == RequestType.DELETE ? deletion(request) : adoption(request);
    }

    private Function<Progress, PassEnd> adoption(CustomResourceRequest request) {
        Optional<String> problem =
                services.images().problem(request.properties()).or(() -> Options.problem(request.properties()));
        if (problem.isPresent()) {
            String reason = problem.get() + suspicions(request);
            return progress -> new Fail(FailureCode.INVALID_PROPERTY, reason, progress);
        }
        StreamingImage image = services.images().declared(request.properties(), request.stackId());
        String current = request.type() == RequestType.CREATE ? "" : request.physicalResourceId();
        return pass(request, image, new Adoption(image, current));
    }

    /** What may have been meant by properties that nobody knows: sentences, each after a space. */
    private String suspicions(CustomResourceRequest request) {
        return Options.misspellings(request.properties(), services.images().propertyNames()).stream()
                .map(misspelling -> " " + misspelling.told())
                .collect(Collectors.joining());
    }

    /** The PhysicalResourceId alone decides what is deleted; of the properties only the options are read. */
    private Function<Progress, PassEnd> deletion(CustomResourceRequest request) {
        Optional<StreamingImage> image = services.images().identified(request.physicalResourceId());
        if (image.isEmpty()) {
            log.info("decided", Map.of("decision", "SUCCEED", "outcome", Outcome.NO_IMAGE.name()));
            return progress -> new Succeed(Outcome.NO_IMAGE, request.physicalResourceId(), Map.of(), progress);
        }
        Decider deletion = new Deletion(
                request.requestId(),
                request.addressee().responseUrl().issuedAt(),
                image.get(),
                Options.onRollback(request.properties()),
                Options.onServiceRetired(request.properties()));
        return pass(request, image.get(), deletion);
    }

    private Function<Progress, PassEnd> pass(CustomResourceRequest request, StreamingImage image, Decider decider) {
        if (services.misconfigured().isPresent()) {
            String problem = services.misconfigured().get();
            return progress -> new Fail(FailureCode.INVALID_CONFIGURATION, problem, progress);
        }
        Pass pass = new Pass(
                decider,
                image,
                services.stacks(),
                request.addressee(),
                services.resolver(),
                services.time(),
                services.random(),
                new PassLog(log));
        return pass::run;
    }
}
