package io.github.streamingimage.aws;

import io.github.streamingimage.json.JsonReader;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The error that a response tells of.
 *
 * @param type the error's type, without namespace and suffix; empty when the response names none
 * @param message what the service says about it, possibly empty
 */
public record ServiceError(int status, String type, String message) {

    /** The types that the AWS SDKs take for a throttle, of whichever service. */
    private static final Set<String> THROTTLES = Set.of(
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "ProvisionedThroughputExceededException",
            "SlowDown",
            "TooManyRequestsException",
            "RequestLimitExceeded",
            "BandwidthLimitExceeded",
            "RequestThrottled",
            "RequestThrottledException",
            "EC2ThrottledException",
            "TransactionInProgressException");

    /**
     * The types that tell of a clock, a signature or a token that is out of date, as after a thaw of the environment: they say nothing
     * about the request.
     */
    private static final Set<String> OUT_OF_DATE = Set.of(
            "RequestTimeTooSkewed",
            "RequestExpired",
            "RequestInTheFuture",
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "AuthFailure",
            "ExpiredToken",
            "ExpiredTokenException",
            "UnrecognizedClientException",
            "InvalidClientTokenId");

    /**
     * Reads an error of a JSON protocol (restJson1, awsJson1_0, awsJson1_1): the type stands in the header up to a colon, else in {@code code} or
     * {@code __type} of the body after a number sign.
     */
    public static ServiceError ofJson(ServiceResponse response) {
        Map<String, Object> fields = JsonReader.read(response.body()).fields();
        String header = response.errorType();
        int suffix = header.indexOf(':');
        String type = header.isEmpty()
                ? text(fields, "code", "__type")
                : header.substring(0, suffix < 0 ? header.length() : suffix);
        return new ServiceError(
                response.status(),
                type.substring(type.indexOf('#') + 1),
                text(fields, "message", "Message", "errorMessage"));
    }

    public boolean isThrottle() {
        return status == 429 || THROTTLES.contains(type);
    }

    /**
     * Whether the error says nothing about the request, so that the same request may succeed later: 5xx, 408,
     * or a clock, signature or token that is out of date.
     */
    public boolean isTransient() {
        return status / 100 != 4 || status == 408 || OUT_OF_DATE.contains(type);
    }

    /** The error in one line: {@code <operation>: <type> (HTTP <status>): <message>}. */
    public String describe(String operation) {
        return operation + ": " + (type.isEmpty() ? "error" : type) + " (HTTP " + status + ")"
                + (message.isBlank() ? "" : ": " + message);
    }

    /** A call without a response, in one line: {@code <operation>: <exception>: <message>}. */
    public static String describe(String operation, IOException unanswered) {
        return operation + ": " + unanswered.getClass().getSimpleName() + ": " + unanswered.getMessage();
    }

    private static String text(Map<String, Object> fields, String... names) {
        return Stream.of(names)
                .map(fields::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse("");
    }
}
