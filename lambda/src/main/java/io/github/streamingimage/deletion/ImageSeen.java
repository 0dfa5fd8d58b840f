package io.github.streamingimage.deletion;

import java.time.Duration;
import java.time.Instant;

/**
 * What has been seen of the image.
 *
 * @param looks how often it has been looked at, 0 or more
 * @param state the state last seen, as the service spelled it; null before
 * @param since since when it has been seen in that state; null before
 */
public record ImageSeen(int looks, String state, Instant since) {

    static final ImageSeen NOTHING = new ImageSeen(0, null, null);

    public ImageSeen {
        if (looks < 0) {
            throw new IllegalArgumentException("looks is negative");
        }
        if ((state == null) != (since == null)) {
            throw new IllegalArgumentException("state and since are known together or not at all");
        }
    }

    /** A look that showed no state. */
    ImageSeen looked() {
        return new ImageSeen(looks + 1, state, since);
    }

    /** A look that showed the image in that state. */
    ImageSeen saw(String seen, Instant now) {
        return new ImageSeen(looks + 1, seen, seen.equals(state) ? since : now);
    }

    /** How long the state last seen has lasted; zero when none was seen. */
    Duration lasted(Instant now) {
        return since == null ? Duration.ZERO : TimeLimit.between(since, now);
    }
}
