package io.github.streamingimage.emulator.sigv4;

import java.util.Objects;

/** Why a request was not let in; the message is fit to be sent to the client and holds no secret. */
public record Refusal(Reason reason, String message) {
    public Refusal {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(message, "message");
    }

    /** HTTP status of every refusal. */
    public static final int STATUS = 403;

    /** The kinds of refusal, with the error type that AWS services with a JSON protocol use for them. */
    public enum Reason {
        NOT_SIGNED("MissingAuthenticationTokenException"),
        INCOMPLETE("IncompleteSignatureException"),
        UNKNOWN_CREDENTIALS("UnrecognizedClientException"),
        WRONG_SIGNATURE("InvalidSignatureException");

        private final String jsonErrorType;

        Reason(String jsonErrorType) {
            this.jsonErrorType = jsonErrorType;
        }

        public String jsonErrorType() {
            return jsonErrorType;
        }
    }
}
