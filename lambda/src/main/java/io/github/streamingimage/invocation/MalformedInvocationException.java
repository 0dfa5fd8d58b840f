package io.github.streamingimage.invocation;

/** Fails an invocation to which nobody can be sent a response; the message names the field that is missing or malformed. */
public final class MalformedInvocationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public MalformedInvocationException(String problem) {
        super(problem);
    }
}
