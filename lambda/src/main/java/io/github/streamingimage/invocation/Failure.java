package io.github.streamingimage.invocation;

import io.github.streamingimage.customresource.CustomResourceResponse.Status;
import io.github.streamingimage.customresource.UndeliveredResponseException;

/**
 * What is told of a request that had no response.
 *
 * @param cause for people; it can quote anything
 * @param undeliveredSuccess whether SUCCESS had been decided, and only its delivery failed
 */
record Failure(String cause, boolean undeliveredSuccess) {

    /**
     * A failure whose last error was this one.
     *
     * @param what who gave up, and after what
     * @param errorMessage the message of the exception that failed the invocation
     */
    static Failure of(String what, Object errorType, Object errorMessage) {
        String message = String.valueOf(errorMessage);
        boolean undelivered = UndeliveredResponseException.class.getName().equals(errorType);
        return new Failure(what + "; last error: " + message, undelivered && message.startsWith(Status.SUCCESS.name()));
    }

    /** This failure, inside a wrapping that tells of another: the inner one says why, and a SUCCESS stays decided. */
    Failure inside(Failure outer) {
        return new Failure(cause, undeliveredSuccess || outer.undeliveredSuccess);
    }
}
