package io.github.streamingimage.emulator;

import io.github.streamingimage.emulator.cloudformation.CloudFormationListener;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.service.ServiceListener;

/** Is told of everything that happens in an {@link EmulatedRegion}, on the emulators' threads; must not block. */
public interface RegionListener extends ServiceListener, CloudFormationListener {

    /** Tells nothing to nobody. */
    RegionListener NONE = new RegionListener() {};

    /** Something happened to the function. */
    default void functionEvent(FunctionEvent event) {}
}
