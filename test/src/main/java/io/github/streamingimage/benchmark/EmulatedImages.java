package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.appstream.AppStreamImageScript;
import io.github.streamingimage.emulator.appstream.AppStreamImages;
import io.github.streamingimage.emulator.appstream.AppStreamWire;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import io.github.streamingimage.emulator.nimblestudio.NimbleStudioWire;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import io.github.streamingimage.emulator.service.ServiceEndpoint;
import io.github.streamingimage.emulator.service.ServiceModel;
import io.github.streamingimage.emulator.sigv4.Credentials;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/**
 * The emulator of a service over HTTP, with images that are there and all take the same time to delete.
 *
 * @param isDeleted whether the image of that name is gone
 */
record EmulatedImages(ServiceModel<?, ?> model, ServiceEndpoint server, Predicate<String> isDeleted)
        implements AutoCloseable {

    private static final String REGION = "us-west-2";
    private static final String ACCOUNT = "123456789012";
    private static final Credentials CREDENTIALS = Credentials.of(RealServices.KEY, RealServices.SECRET);

    /** @param clock by which its deletions end */
    static EmulatedImages start(MeasuredService service, InstantSource clock, List<String> names, Duration deletion) {
        return service == MeasuredService.NIMBLE_STUDIO
                ? nimbleStudio(clock, names, deletion)
                : appStream(clock, names, deletion);
    }

    private static EmulatedImages nimbleStudio(InstantSource clock, List<String> names, Duration deletion) {
        StreamingImages images = new StreamingImages(clock, REGION, ACCOUNT);
        names.forEach(name ->
                images.add(MeasuredService.STUDIO, ImageScript.ready(name).deletionTakes(deletion)));
        return new EmulatedImages(
                images,
                ServiceEndpoint.start(new NimbleStudioWire(images), CREDENTIALS),
                name -> images.state(MeasuredService.STUDIO, name)
                        .filter(state -> !state.equals("DELETED"))
                        .isEmpty());
    }

    private static EmulatedImages appStream(InstantSource clock, List<String> names, Duration deletion) {
        AppStreamImages images = new AppStreamImages(clock, REGION, ACCOUNT);
        names.forEach(name -> images.add(AppStreamImageScript.available(name)
                .createdAt(MeasuredService.CREATED)
                .deletionTakes(deletion)));
        return new EmulatedImages(
                images,
                ServiceEndpoint.start(new AppStreamWire(images), CREDENTIALS),
                name -> images.state(name).isEmpty());
    }

    URI endpoint() {
        return server.endpoint();
    }

    @Override
    public void close() {
        server.close();
    }
}
