package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.EmulatedRegion;
import io.github.streamingimage.emulator.RegionListener;
import io.github.streamingimage.emulator.cloudformation.CustomResource;
import io.github.streamingimage.emulator.cloudformation.ResourceDeclaration;
import io.github.streamingimage.emulator.cloudformation.StackTemplate;
import io.github.streamingimage.emulator.lambda.FunctionConfiguration;
import io.github.streamingimage.emulator.stepfunctions.StepFunctions;
import io.github.streamingimage.localrun.history.EmulatedService;
import io.github.streamingimage.localrun.history.Parameters;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a local run does: the images, how they behave, and the template that declares them. Of three images each the first is at
 * rest, the second is being updated when its deletion begins and meets a conflict once more, or is still used by a fleet, and the
 * third is throttled.
 *
 * @param service whose images they are
 * @param images how many, 1 or more
 * @param deletionTime about how long each deletion takes
 * @param fault what goes wrong beside that
 * @param seed varies the deletion times by up to a quarter; the same seed gives the same times
 * @param stateMachine on which the function waits; it waits inline without one
 */
record Plan(
        EmulatedService service,
        int images,
        Duration deletionTime,
        Optional<NamedFault> fault,
        long seed,
        Optional<StepFunctions.StateMachine> stateMachine) {

    static final String STUDIO = "us-west-2-studio";

    List<String> imageIds() {
        return IntStream.rangeClosed(1, images).mapToObj(i -> "image-" + i).toList();
    }

    StackTemplate template() {
        Map<String, ResourceDeclaration> resources = new LinkedHashMap<>();
        logicalIds().forEach((id, logicalId) -> resources.put(logicalId, resource(id)));
        return new StackTemplate(resources);
    }

    private CustomResource resource(String id) {
        Map<String, Object> properties = new HashMap<>();
        if (fault.equals(Optional.of(NamedFault.NEVER_DELETES))) {
            // What never ends is given up soon; everything else may take its time, on a slow machine too.
            properties.put(
                    "ServiceTimeout", deletionTime.plusSeconds(30 + images).toSeconds());
        }
        return switch (service) {
            case NIMBLE_STUDIO -> {
                properties.putAll(Map.of("StudioId", STUDIO, "StreamingImageId", id));
                yield CustomResource.of(properties);
            }
            case APPSTREAM -> {
                properties.put("ImageName", id);
                yield new CustomResource("Custom::AppStreamImageDeletion", properties, Set.of());
            }
        };
    }

    /** The function that stands behind the template's resources. */
    FunctionConfiguration function() {
        return switch (service) {
            case NIMBLE_STUDIO -> EmulatedRegion.functionConfiguration();
            case APPSTREAM -> EmulatedRegion.appStreamFunctionConfiguration();
        };
    }

    /** Starts a region for it. */
    EmulatedRegion start(FunctionConfiguration configuration, RegionListener listener) {
        return stateMachine
                .map(machine -> EmulatedRegion.start(configuration, machine, listener))
                .orElseGet(() -> EmulatedRegion.start(configuration, listener));
    }

    /** Where the images are in a region. */
    PlannedImages images(EmulatedRegion region) {
        return switch (service) {
            case NIMBLE_STUDIO -> new PlannedStudio(region.images());
            case APPSTREAM -> new PlannedAppStream(region.appStreamImages());
        };
    }

    /** The images' ids, each with the logical id of the resource that declares it, in order. */
    Map<String, String> logicalIds() {
        Map<String, String> logicalIds = new LinkedHashMap<>();
        imageIds().forEach(id -> logicalIds.put(id, logicalId(id)));
        return logicalIds;
    }

    Parameters parameters() {
        WaitingOption waiting = stateMachine.isPresent() ? WaitingOption.DURABLE : WaitingOption.INLINE;
        return new Parameters(service, images, deletionTime, fault.map(NamedFault::option), waiting.toString(), seed);
    }

    private static String logicalId(String imageId) {
        return imageId.replace("image-", "Image");
    }

    void addTo(PlannedImages service) {
        SplittableRandom random = new SplittableRandom(seed);
        for (String id : imageIds()) {
            long millis = Math.round(deletionTime.toMillis() * (0.75 + random.nextDouble() / 2));
            service.add(id, Duration.ofMillis(millis), fault);
        }
    }

    /** Brings the images, and the service, into the condition in which the deletion is to find them. */
    void prepareDeletion(PlannedImages service) {
        List<String> ids = imageIds();
        for (int i = 0; i < ids.size(); i++) {
            if (i % 3 == 1) {
                service.keepBusy(ids.get(i));
            } else if (i % 3 == 2) {
                service.throttle(ids.get(i), 1, 2);
            }
        }
        fault.ifPresent(known -> service.befall(known, ids));
    }
}
