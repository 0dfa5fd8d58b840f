package io.github.streamingimage.simulation;

/** Ends an invocation by force, at any call; nothing in the function catches it. */
final class Stopped extends Error {

    private static final long serialVersionUID = 1;

    private final transient Ending.Failed ending;

    private Stopped(Ending.Failed ending) {
        super(ending.errorMessage(), null, false, false);
        this.ending = ending;
    }

    /** The process is gone. What Lambda tells of it can quote anything, so it quotes a secret. */
    static Stopped crashed(String secret) {
        return new Stopped(new Ending.Failed("Runtime.ExitError", "Runtime exited while calling " + secret));
    }

    static Stopped cutOff() {
        return new Stopped(new Ending.Failed("Sandbox.Timedout", "Task timed out"));
    }

    Ending.Failed ending() {
        return ending;
    }
}
