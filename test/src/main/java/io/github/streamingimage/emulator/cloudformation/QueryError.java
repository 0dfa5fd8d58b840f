package io.github.streamingimage.emulator.cloudformation;

/**
 * An error of CloudFormation's Query API.
 *
 * @param httpStatus 400 to 599
 * @param code as in the answer's {@code Code}
 * @param message for people
 */
public record QueryError(int httpStatus, String code, String message) {

    public QueryError {
        if (httpStatus < 400 || httpStatus > 599) {
            throw new IllegalArgumentException("httpStatus: must be 400 to 599");
        }
    }

    /** @param operation that may not be called, such as {@code DescribeStacks} */
    public static QueryError accessDenied(String operation) {
        return new QueryError(403, "AccessDenied", "User is not authorized to perform: cloudformation:" + operation);
    }

    public static QueryError throttling() {
        return new QueryError(400, "Throttling", "Rate exceeded");
    }

    public static QueryError internalFailure() {
        return new QueryError(500, "InternalFailure", "An internal error has occurred");
    }

    static QueryError validation(String message) {
        return new QueryError(400, "ValidationError", message);
    }
}
