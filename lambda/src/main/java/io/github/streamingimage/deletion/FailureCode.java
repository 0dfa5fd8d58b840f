package io.github.streamingimage.deletion;

/** Why a request is answered FAILED: a stable code that begins the Reason, and the advice that ends it. */
public enum FailureCode {
    DELETE_FAILED("Mend what the status message names, then delete the stack again."),
    DEADLINE_REACHED("Delete the stack again: the deletion goes on from where the image is then."),
    ACCESS_DENIED("Allow the function's role the action on this image, then try again."),
    REQUEST_REJECTED("The same request would be refused again: correct what the service names, then try again."),
    STACK_STATUS_UNREADABLE(
            "Allow the function's role cloudformation:DescribeStacks on the stack and its parents, or set "
                    + "OnRollback to Delete."),
    REQUEST_OVERTAKEN("Delete the stack again, if the image is to go."),
    SERVICE_RETIRED(
            "Nimble Studio was shut down: take the resource out of the template, with OnServiceRetired set to Succeed or "
                    + "DeletionPolicy to Retain."),
    IMAGE_NOT_FOUND("Correct StudioId and StreamingImageId."),
    IMAGE_BEING_DELETED("Name an image that is to stay until its stack is deleted."),
    IMAGE_OWNED_BY_AMAZON("Name an image that the studio owns: those of Nimble Studio itself cannot be deleted."),
    INVALID_PROPERTY("Correct the property in the template."),
    INVALID_REQUEST("Invoke the function through CloudFormation only."),
    INVALID_CONFIGURATION("Correct the function's environment."),
    FUNCTION_FAILED("Read the function's log for this RequestId, then try again.");

    /** What the detail may take of an answer, which has 4096 bytes: the advice behind it must not be cut off. */
    private static final int LONGEST_DETAIL = 1000;

    private final String advice;

    FailureCode(String advice) {
        this.advice = advice;
    }

    /** The Reason of a FAILED answer: {@code [CODE] detail advice}. A long detail is cut off, on a character boundary. */
    public String reason(String detail) {
        return "[" + name() + "] " + shortened(detail) + " " + advice;
    }

    private static String shortened(String detail) {
        int bytes = 0;
        for (int at = 0; at < detail.length(); at += Character.charCount(detail.codePointAt(at))) {
            bytes += bytesInJson(detail.codePointAt(at));
            if (bytes > LONGEST_DETAIL) {
                return detail.substring(0, at) + "…";
            }
        }
        return detail;
    }

    /** At most: control characters are escaped, and those beyond the basic plane as two surrogates. */
    private static int bytesInJson(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint < ' ' || codePoint == '"' || codePoint == '\\' ? 6 : 1;
        }
        return codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 12;
    }
}
