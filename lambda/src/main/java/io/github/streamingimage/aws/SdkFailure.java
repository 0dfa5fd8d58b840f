package io.github.streamingimage.aws;

import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What an exception of the SDK tells people, in one line. */
public final class SdkFailure {

    private SdkFailure() {}

    /**
     * Describes a failed call.
     *
     * @return {@code <operation>: <type> (HTTP <status>): <message>} of an answer, {@code <operation>: <root cause>} without one
     */
    public static String describe(String operation, SdkException exception) {
        if (exception instanceof AwsServiceException answered) {
            AwsErrorDetails details = answered.awsErrorDetails();
            String type = details == null ? null : details.errorCode();
            String message = details == null ? null : details.errorMessage();
            return operation + ": " + Objects.requireNonNullElse(type, "error") + " (HTTP " + answered.statusCode()
                    + ")" + (message == null || message.isBlank() ? "" : ": " + message);
        }
        Throwable root = rootCause(exception);
        return operation + ": " + root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    /** The innermost cause; the exception itself when it has none. */
    public static Throwable rootCause(Throwable exception) {
        Throwable root = exception;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
