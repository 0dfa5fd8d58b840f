package io.github.streamingimage.emulator.cloudformation;

import java.time.Duration;

/** What may go wrong at a response URL. */
public sealed interface ResponseFault {

    /** The response is not taken and the sender gets this HTTP status, 400 to 599. */
    record Status(int code) implements ResponseFault {
        public Status {
            if (code < 400 || code > 599) {
                throw new IllegalArgumentException("code: must be 400 to 599");
            }
        }
    }

    /** The response is not taken and the sender gets status 302 with this location. */
    record Redirect(String location) implements ResponseFault {}

    /** The connection is closed before the response is taken. */
    record CloseUnanswered() implements ResponseFault {}

    /** The response is taken, but the connection is closed before the sender learns of it. */
    record LoseReply() implements ResponseFault {}

    /** The response is taken, but only after a while in which nothing happens. */
    record Stall(Duration duration) implements ResponseFault {}
}
