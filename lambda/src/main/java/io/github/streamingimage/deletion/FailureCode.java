package io.github.streamingimage.deletion;

/** Why a request fails: a stable code that begins the Reason, and the advice that ends it. */
public enum FailureCode {
    DELETE_FAILED(
            "Mend what the status message names, then delete the stack again.",
            "Mend what the status message names. CloudFormation tries a clean-up three times; after that, delete the image by "
                    + "hand: the stack itself is healthy.",
            ""),
    DEADLINE_REACHED(
            "Delete the stack again: the deletion goes on from where the image is then.",
            "CloudFormation tries a clean-up three times; if the image is still there after that, delete it by hand: the "
                    + "stack itself is healthy.",
            "Try again when the service responds."),
    ACCESS_DENIED("Allow the function's role the action on this image, then try again."),
    REQUEST_REJECTED("The same request would be refused again: correct what the service names, then try again."),
    STACK_STATUS_UNREADABLE("Allow the function's role cloudformation:DescribeStacks on the stack and its parents, and "
            + "cloudformation:ListStackResources on the stack, then try again."),
    REQUEST_OVERTAKEN(
            "Nobody waits for this response any more: look at what the stack's latest operation did with the image."),
    SERVICE_RETIRED(
            "The service was shut down: take the resource out of the template, with OnServiceRetired set to Succeed or "
                    + "DeletionPolicy to Retain."),
    IMAGE_NOT_FOUND("Correct the properties that name the image."),
    IMAGE_BEING_DELETED("Name an image that is to stay until its stack is deleted."),
    IMAGE_OWNED_BY_AMAZON("Name an image of your own: those that AWS provides cannot be deleted."),
    IMAGE_OWNED_BY_ANOTHER_ACCOUNT("Name an image of your own: one that another account shares cannot be deleted."),
    INVALID_PROPERTY("Correct the property in the template."),
    INVALID_REQUEST("Invoke the function through CloudFormation only."),
    INVALID_CONFIGURATION("Correct the function's environment."),
    FUNCTION_FAILED("Read the function's log for this RequestId, then try again.");

    private final String advice;
    private final String adviceInCleanUp;
    private final String adviceOtherwise;

    FailureCode(String advice) {
        this(advice, advice, advice);
    }

    FailureCode(String advice, String adviceInCleanUp, String adviceOtherwise) {
        this.advice = advice;
        this.adviceInCleanUp = adviceInCleanUp;
        this.adviceOtherwise = adviceOtherwise;
    }

    /** What to do next when the stack was being deleted, or when it makes no difference: a sentence. */
    public String advice() {
        return advice;
    }

    /** What to do next when the clean-up of an update was to delete the image, and the stack stays. */
    public String adviceInCleanUp() {
        return adviceInCleanUp;
    }

    /** What to do next after a Create or an Update. */
    public String adviceOtherwise() {
        return adviceOtherwise;
    }
}
