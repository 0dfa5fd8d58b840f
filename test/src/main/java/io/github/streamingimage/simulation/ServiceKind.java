package io.github.streamingimage.simulation;

import java.util.function.Function;

/** The services whose images are deleted; a schedule has one of them. */
public enum ServiceKind {
    NIMBLE_STUDIO("Nimble Studio", SimulatedNimbleStudio::new),
    APPSTREAM("AppStream", SimulatedAppStream::new);

    private final String text;
    private final Function<World, SimulatedService> service;

    ServiceKind(String text, Function<World, SimulatedService> service) {
        this.text = text;
        this.service = service;
    }

    public String text() {
        return text;
    }

    /** The service in a world, without images. */
    SimulatedService in(World world) {
        return service.apply(world);
    }
}
