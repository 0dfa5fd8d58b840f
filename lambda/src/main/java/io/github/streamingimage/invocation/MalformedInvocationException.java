package io.github.streamingimage.invocation;

/** Fails an invocation that nobody can be answered about; the message names the field that is missing or malformed. */
public final class MalformedInvocationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedInvocationException(String problem) {
        super(problem);
    }
}
