package io.github.streamingimage.benchmark;

import io.github.streamingimage.appstream.AppStream;
import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceName;
import io.github.streamingimage.deletion.ImageService;
import io.github.streamingimage.emulator.EmulatedRegion;
import io.github.streamingimage.emulator.lambda.FunctionConfiguration;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.stack.CloudFormationStacks;
import io.github.streamingimage.stepfunctions.StepFunctionsExecutions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A service whose images are deleted in measurements: the function for it, how its images are named, and whom a first pass asks. */
enum MeasuredService {
    NIMBLE_STUDIO(
            "Nimble Studio",
            "Custom::StreamingImageDeletion",
            NimbleStudio.SERVICE,
            NimbleStudio::new,
            EmulatedRegion::functionConfiguration,
            List.of("GET", "DELETE")),
    APPSTREAM(
            "AppStream",
            "Custom::AppStreamImageDeletion",
            AppStream.SERVICE,
            AppStream::new,
            EmulatedRegion::appStreamFunctionConfiguration,
            // It knows images by their names only, so the function looks once more right before it deletes.
            List.of("POST", "POST", "POST"));

    static final String STUDIO = "us-west-2-studio";

    /** When every image of AppStream was created. */
    static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    private final String title;
    private final String resourceType;
    private final ServiceName name;
    private final Function<AwsApi, ImageService> images;
    private final Supplier<FunctionConfiguration> function;
    private final List<String> methods;

    /** @param methods those of the service's own requests in a first pass, of which CloudFormation's comes after the first */
    MeasuredService(
            String title,
            String resourceType,
            ServiceName name,
            Function<AwsApi, ImageService> images,
            Supplier<FunctionConfiguration> function,
            List<String> methods) {
        this.title = title;
        this.resourceType = resourceType;
        this.name = name;
        this.images = images;
        this.function = function;
        this.methods = methods;
    }

    String title() {
        return title;
    }

    String resourceType() {
        return resourceType;
    }

    /** The properties that name an image. */
    Map<String, Object> properties(String image) {
        return this == NIMBLE_STUDIO
                ? Map.of("StudioId", STUDIO, "StreamingImageId", image)
                : Map.of("ImageName", image);
    }

    String physicalResourceId(String image) {
        return this == NIMBLE_STUDIO ? STUDIO + "|" + image : image + "|" + CREATED;
    }

    ServiceName serviceName() {
        return name;
    }

    ImageService images(AwsApi api) {
        return images.apply(api);
    }

    FunctionConfiguration function() {
        return function.get();
    }

    /** How many requests the service itself gets until a deletion is accepted. */
    int ownRequests() {
        return methods.size();
    }

    /** Whom a first pass asks, in its order: it looks at the image, checks the stack, deletes, and hands over. */
    List<PassRequest> firstPass() {
        List<PassRequest> requests = new ArrayList<>();
        methods.forEach(method -> requests.add(new PassRequest(name, method)));
        requests.add(1, new PassRequest(CloudFormationStacks.SERVICE, "POST"));
        requests.add(new PassRequest(StepFunctionsExecutions.SERVICE, "POST"));
        return requests;
    }

    /** A request of a pass, as far as somebody has to know who only sends its like. */
    record PassRequest(ServiceName service, String method) {}
}
