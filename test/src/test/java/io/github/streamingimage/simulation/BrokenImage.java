package io.github.streamingimage.simulation;

import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.StreamingImage;
import java.util.Map;

/** An image that behaves like another, to be broken in one way. */
class BrokenImage implements StreamingImage {

    private final StreamingImage whole;

    BrokenImage(StreamingImage whole) {
        this.whole = whole;
    }

    @Override
    public String physicalResourceId() {
        return whole.physicalResourceId();
    }

    @Override
    public boolean mayBe(String physicalResourceId) {
        return whole.mayBe(physicalResourceId);
    }

    @Override
    public Map<String, String> attributes(String physicalResourceId, String state) {
        return whole.attributes(physicalResourceId, state);
    }

    @Override
    public boolean looksBeforeDeletion() {
        return whole.looksBeforeDeletion();
    }

    @Override
    public Observation look() {
        return whole.look();
    }

    @Override
    public Observation delete(String clientToken) {
        return whole.delete(clientToken);
    }

    @Override
    public String toString() {
        return whole.toString();
    }
}
