package io.github.streamingimage.customresource;

import io.github.streamingimage.customresource.CustomResourceResponse.Status;

/**
 * Fails the invocation because its response could not be delivered, so that Lambda invokes the function again. The message begins
 * with the status that was decided: Lambda's record of the failure carries it to the last resort, which must not reverse it.
 */
public final class UndeliveredResponseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UndeliveredResponseException(Status status, ResponseSender.Delivery delivery) {
        super(status + " could not be delivered in " + delivery.attempts() + " attempts; last: "
                + delivery.lastResult());
    }
}
