package io.github.streamingimage.emulator.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Something that goes wrong with one request: either instead of the operation, or with the response after it. */
public sealed interface ServiceFault {
    /** How the response reaches the client; {@code usual} is the one of the operation, if it was carried out. */
    DeliveredResponse deliver(Optional<WireResponse> usual);

    /** What comes of the operation, which is carried out unless the fault takes its place; empty when nothing does. */
    default <I> Optional<ServiceOutcome<I>> strike(Supplier<ServiceOutcome<I>> operation) {
        return Optional.of(operation.get());
    }

    /** One of the API's own errors instead of the operation. */
    record Error(ModeledError type, String message) implements ServiceFault {
        public Error {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(message, "message");
        }

        @Override
        public <I> Optional<ServiceOutcome<I>> strike(Supplier<ServiceOutcome<I>> operation) {
            return Optional.of(new ServiceOutcome.Refused<>(type, message));
        }

        @Override
        public DeliveredResponse deliver(Optional<WireResponse> usual) {
            return new DeliveredResponse(usual, Duration.ZERO, Duration.ZERO);
        }
    }

    /** A whole HTTP response that names no type of error, instead of the operation. */
    record RawResponse(int status, String contentType, String body) implements ServiceFault {
        public RawResponse {
            if (status < 200 || status > 599) {
                throw new IllegalArgumentException("status must be 200 to 599: " + status);
            }
            Objects.requireNonNull(contentType, "contentType");
            Objects.requireNonNull(body, "body");
        }

        /** An HTML page, as a proxy or a load balancer in between sends it. */
        public static RawResponse html(int status) {
            return new RawResponse(status, "text/html", "<html><body><h1>" + status + "</h1></body></html>");
        }

        /** JSON that names no error type. */
        public static RawResponse untypedJson(int status) {
            return new RawResponse(status, "application/json", "{\"message\":\"Status " + status + "\"}");
        }

        /** Status 200 with a body that is not JSON. */
        public static RawResponse nonsense() {
            return new RawResponse(200, "application/json", "It works!");
        }

        @Override
        public <I> Optional<ServiceOutcome<I>> strike(Supplier<ServiceOutcome<I>> operation) {
            return Optional.empty();
        }

        @Override
        public DeliveredResponse deliver(Optional<WireResponse> usual) {
            return DeliveredResponse.of(
                    new WireResponse(status, Map.of("Content-Type", contentType), body.getBytes(UTF_8)));
        }
    }

    /**
     * The connection is closed before anything was done. {@code HttpURLConnection} then sends the request once more on
     * its own, whatever its method but POST, so that a client on it notices only a second such fault in a row.
     */
    record Dropped() implements ServiceFault {
        @Override
        public <I> Optional<ServiceOutcome<I>> strike(Supplier<ServiceOutcome<I>> operation) {
            return Optional.empty();
        }

        @Override
        public DeliveredResponse deliver(Optional<WireResponse> usual) {
            return DeliveredResponse.NONE;
        }
    }

    /** The operation is carried out, then the connection is closed without a response; seen like {@link Dropped}. */
    record LostReply() implements ServiceFault {
        @Override
        public DeliveredResponse deliver(Optional<WireResponse> usual) {
            return DeliveredResponse.NONE;
        }
    }

    /** The operation is carried out, but only the first half of the JSON is sent, as a whole HTTP response. */
    record Truncated() implements ServiceFault {
        @Override
        public DeliveredResponse deliver(Optional<WireResponse> usual) {
            return new DeliveredResponse(usual.map(WireResponse::halved), Duration.ZERO, Duration.ZERO);
        }
    }

    /** The operation is carried out at once, but its response comes only after so long. */
    record Stall(Duration duration) implements ServiceFault {
        public Stall {
            Objects.requireNonNull(duration, "duration");
        }

        @Override
        public DeliveredResponse deliver(Optional<WireResponse> usual) {
            return new DeliveredResponse(usual, duration, Duration.ZERO);
        }
    }

    /** The operation is carried out at once, and the body of its response trickles in evenly over so long. */
    record SlowDrip(Duration duration) implements ServiceFault {
        public SlowDrip {
            Objects.requireNonNull(duration, "duration");
        }

        @Override
        public DeliveredResponse deliver(Optional<WireResponse> usual) {
            return new DeliveredResponse(usual, Duration.ZERO, duration);
        }
    }
}
