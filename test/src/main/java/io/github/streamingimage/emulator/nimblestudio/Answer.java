package io.github.streamingimage.emulator.nimblestudio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A complete HTTP response.
 *
 * @param errorType value of {@code x-amzn-ErrorType}
 */
record Answer(int status, String contentType, Optional<String> errorType, byte[] body) {
    private static final String JSON = "application/json";

    Answer {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(errorType, "errorType");
        Objects.requireNonNull(body, "body");
    }

    static Answer of(Outcome outcome) {
        return new Answer(
                outcome.error().map(ErrorType::status).orElse(200),
                JSON,
                outcome.error().map(ErrorType::shape),
                WireFormat.write(outcome).toString().getBytes(UTF_8));
    }

    static Answer of(Fault.RawAnswer raw) {
        return new Answer(
                raw.status(), raw.contentType(), Optional.empty(), raw.body().getBytes(UTF_8));
    }

    /** What is refused before it reaches an operation has a body with nothing but a message. */
    static Answer refusal(int status, String errorType, String message) {
        return new Answer(
                status,
                JSON,
                Optional.of(errorType),
                WireFormat.message(message).toString().getBytes(UTF_8));
    }

    /** The same with only the first half of its body. */
    Answer halved() {
        return new Answer(status, contentType, errorType, Arrays.copyOf(body, body.length / 2));
    }
}
