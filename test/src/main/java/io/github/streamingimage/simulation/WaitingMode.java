package io.github.streamingimage.simulation;

/** The two ways in which the function waits. */
public enum WaitingMode {
    /** Inside the invocation, which lasts 15 minutes at most. */
    INLINE("inline"),
    /** In the state machine, one invocation for each pass. */
    DURABLE("durable");

    private final String text;

    WaitingMode(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
