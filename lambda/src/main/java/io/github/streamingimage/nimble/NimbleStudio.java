package io.github.streamingimage.nimble;

import io.github.streamingimage.aws.ClientSettings;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.nimble.NimbleClient;

/** The function's connection to Nimble Studio. The client is built when it is first needed, and kept. */
public final class NimbleStudio {

    private NimbleClient client;

    /** @param otherNamesResolve whether names other than the service's can be resolved; asked when the service's cannot */
    public StreamingImages images(BooleanSupplier otherNamesResolve) {
        return new NimbleStreamingImages(this::client, otherNamesResolve);
    }

    private synchronized NimbleClient client() {
        if (client == null) {
            client = ClientSettings.build(NimbleClient.builder());
        }
        return client;
    }
}
