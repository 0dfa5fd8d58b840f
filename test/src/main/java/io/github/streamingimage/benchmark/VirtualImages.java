package io.github.streamingimage.benchmark;

import io.github.streamingimage.deletion.ImageId;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.emulator.nimblestudio.Call;
import io.github.streamingimage.nimble.StreamingImages;
import io.github.streamingimage.simulation.Sight;
import java.util.Optional;
import java.util.function.Function;

/**
 * Nimble Studio as the function meets it on the virtual clock.
 *
 * @param latency lets the time of one call pass
 */
record VirtualImages(io.github.streamingimage.emulator.nimblestudio.StreamingImages service, Runnable latency)
        implements StreamingImages {

    @Override
    public Observation observe(ImageId image) {
        return call(new Call.Get(image.studioId(), image.streamingImageId()), seen -> seen);
    }

    @Override
    public Observation delete(ImageId image, String clientToken) {
        return call(
                new Call.Delete(image.studioId(), image.streamingImageId(), Optional.of(clientToken)),
                Observation.DeleteAccepted::new);
    }

    private Observation call(Call call, Function<Observation.Image, Observation> answered) {
        latency.run();
        return Sight.of(service.handle(call).outcome().orElseThrow(), answered);
    }
}
