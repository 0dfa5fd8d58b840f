package io.github.streamingimage.customresource;

import io.github.streamingimage.deletion.Backoff;
import io.github.streamingimage.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * Delivers a response: PUTs it until a 2xx comes back. Tries again, with exponential backoff and full jitter, on 5xx, 408, 429, 3xx and
 * connection errors; any other status is final. Tells of a failure by its kind only, since exceptions of connections can quote the
 * URL.
 */
public final class ResponseSender {

    private static final int MAX_ATTEMPTS = 12;
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(10));

    private final Put put;
    private final Time time;
    private final RandomGenerator random;

    public ResponseSender(Put put, Time time, RandomGenerator random) {
        this.put = put;
        this.time = time;
        this.random = random;
    }

    /**
     * How a delivery went.
     *
     * @param lastResult {@code HTTP <status>}, or the kind of the connection error
     */
    public record Delivery(boolean delivered, int attempts, String lastResult) {}

    /** Tries until delivered, refused for good, out of attempts, or until the next wait would end after the deadline. */
    public Delivery send(ResponseUrl url, byte[] body, Instant deadline) {
        for (int attempt = 1; ; attempt++) {
            Result result = put(url, body);
            Duration backoff = BACKOFF.delay(attempt, random);
            boolean last = result.isFinal()
                    || attempt == MAX_ATTEMPTS
                    || time.now().plus(backoff).isAfter(deadline);
            if (last) {
                return new Delivery(result.isDelivered(), attempt, result.description());
            }
            time.sleep(backoff);
        }
    }

    private Result put(ResponseUrl url, byte[] body) {
        try {
            return new Result(put.put(url, body), null);
        } catch (IOException e) {
            return new Result(0, e.getClass().getSimpleName());
        }
    }

    private record Result(int status, String error) {
        boolean isDelivered() {
            return status / 100 == 2;
        }

        boolean isFinal() {
            return isDelivered() || status / 100 == 4 && status != 408 && status != 429;
        }

        String description() {
            return error == null ? "HTTP " + status : error;
        }
    }
}
