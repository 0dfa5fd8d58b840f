package io.github.streamingimage.deletion;

/** Why a request fails: a stable code that begins the Reason, and the advice that ends it. */
public enum FailureCode {
    DELETE_FAILED("Mend what the status message names, then delete the stack again."),
    DEADLINE_REACHED("Delete the stack again: the deletion goes on from where the image is then."),
    ACCESS_DENIED("Allow the function's role the action on this image, then try again."),
    REQUEST_REJECTED("The same request would be refused again: correct what the service names, then try again."),
    STACK_STATUS_UNREADABLE("Allow the function's role cloudformation:DescribeStacks on the stack and its parents, and "
            + "cloudformation:ListStackResources on the stack, then try again."),
    REQUEST_OVERTAKEN("Delete the stack again, if the image is to go."),
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

    FailureCode(String advice) {
        this.advice = advice;
    }

    /** What to do next: a sentence. */
    public String advice() {
        return advice;
    }
}
