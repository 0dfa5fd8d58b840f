package io.github.streamingimage.simulation;

import io.github.streamingimage.customresource.CustomResourceResponse.Status;
import java.util.Optional;

/** What one invocation has seen, decided and done so far. */
final class Deeds {

    private boolean delivered;
    private boolean handedOver;
    private int puts;
    private boolean refused;
    private Optional<Status> decided = Optional.empty();
    private Optional<Sight> lastLook = Optional.empty();

    void looked(Sight seen) {
        lastLook = Optional.of(seen);
    }

    /** What the last look at the image showed, if there was one. */
    Optional<Sight> lastLook() {
        return lastLook;
    }

    void decided(Status status) {
        decided = Optional.of(status);
    }

    /** The answer that was sent first, if any was. */
    Optional<Status> decided() {
        return decided;
    }

    /** It tries to deliver the response. */
    void put() {
        puts++;
    }

    /** The response endpoint has refused the response for good. */
    void refused() {
        refused = true;
    }

    /** How often it tried to deliver the response. */
    int puts() {
        return puts;
    }

    /** Whether the response endpoint has refused the response for good. */
    boolean wasRefused() {
        return refused;
    }

    void delivered() {
        delivered = true;
    }

    void handedOver() {
        handedOver = true;
    }

    /** Whether the request is answered, or in other hands. */
    boolean areEnough() {
        return delivered || handedOver;
    }
}
