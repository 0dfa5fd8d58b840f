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

    /** The kinds of refusal, with the error types that AWS services with a JSON protocol and with the Query API use for them. */
    public enum Reason {
        NOT_SIGNED("MissingAuthenticationTokenException", "MissingAuthenticationToken"),
        INCOMPLETE("IncompleteSignatureException", "IncompleteSignature"),
        UNKNOWN_CREDENTIALS("UnrecognizedClientException", "InvalidClientTokenId"),
        WRONG_SIGNATURE("InvalidSignatureException", "SignatureDoesNotMatch");

        private final String jsonErrorType;
        private final String queryErrorCode;

        Reason(String jsonErrorType, String queryErrorCode) {
            this.jsonErrorType = jsonErrorType;
            this.queryErrorCode = queryErrorCode;
        }

        public String jsonErrorType() {
            return jsonErrorType;
        }

        public String queryErrorCode() {
            return queryErrorCode;
        }
    }
}
