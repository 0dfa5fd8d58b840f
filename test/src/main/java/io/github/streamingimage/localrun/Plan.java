package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.cloudformation.CustomResource;
import io.github.streamingimage.emulator.cloudformation.ResourceDeclaration;
import io.github.streamingimage.emulator.cloudformation.StackTemplate;
import io.github.streamingimage.emulator.nimblestudio.Call;
import io.github.streamingimage.emulator.nimblestudio.ErrorType;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import io.github.streamingimage.emulator.nimblestudio.Operation;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import io.github.streamingimage.emulator.service.FaultScript;
import io.github.streamingimage.emulator.service.ServiceFault;
import io.github.streamingimage.localrun.history.Parameters;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What a local run does: the images, how they behave, and the template that declares them. Of three images each the first is
 * READY, the second is being updated when its deletion begins and meets a conflict once more, the third is throttled.
 *
 * @param images how many, 1 or more
 * @param deletionTime about how long each deletion takes
 * @param fault what goes wrong beside that
 * @param seed varies the deletion times by up to a quarter; the same seed gives the same times
 */
record Plan(int images, Duration deletionTime, Optional<NamedFault> fault, long seed) {

    static final String STUDIO = "us-west-2-studio";
    private static final Duration UPDATE_TIME = Duration.ofSeconds(3);

    List<String> imageIds() {
        return IntStream.rangeClosed(1, images).mapToObj(i -> "image-" + i).toList();
    }

    StackTemplate template() {
        Map<String, ResourceDeclaration> resources = new LinkedHashMap<>();
        logicalIds()
                .forEach((id, logicalId) -> resources.put(
                        logicalId, CustomResource.of(Map.of("StudioId", STUDIO, "StreamingImageId", id))));
        return new StackTemplate(resources);
    }

    /** The images' ids, each with the logical id of the resource that declares it, in order. */
    Map<String, String> logicalIds() {
        Map<String, String> logicalIds = new LinkedHashMap<>();
        imageIds().forEach(id -> logicalIds.put(id, logicalId(id)));
        return logicalIds;
    }

    Parameters parameters() {
        return new Parameters(images, deletionTime, fault.map(NamedFault::option), seed);
    }

    private static String logicalId(String imageId) {
        return imageId.replace("image-", "Image");
    }

    void addImages(StreamingImages service) {
        SplittableRandom random = new SplittableRandom(seed);
        for (String id : imageIds()) {
            long millis = Math.round(deletionTime.toMillis() * (0.75 + random.nextDouble() / 2));
            ImageScript image = ImageScript.ready(id)
                    .name("Workstation " + id)
                    .updateTakes(UPDATE_TIME)
                    .deletionTakes(Duration.ofMillis(millis));
            service.add(STUDIO, fault.map(known -> known.script(image)).orElse(image));
        }
    }

    /** Brings the images, and the service, into the condition in which the deletion is to find them. */
    void prepareDeletion(StreamingImages service) {
        List<String> ids = imageIds();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            if (i % 3 == 1) {
                service.handle(
                        new Call.Update(STUDIO, id, Optional.empty(), Optional.of("Renamed " + id), Optional.empty()));
                inject(service, id, Operation.DELETE, ErrorType.CONFLICT, 1);
            } else if (i % 3 == 2) {
                inject(service, id, Operation.GET, ErrorType.THROTTLING, 1);
                inject(service, id, Operation.DELETE, ErrorType.THROTTLING, 2);
            }
        }
        fault.ifPresent(known -> known.befall(service, ids));
    }

    private static void inject(StreamingImages service, String id, Operation operation, ErrorType type, int times) {
        ServiceFault fault = new ServiceFault.Error(type, "scripted");
        service.inject(FaultScript.on(operation, fault).onlyFor(id).times(times));
    }
}
