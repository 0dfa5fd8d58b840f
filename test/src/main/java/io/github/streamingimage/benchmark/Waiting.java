package io.github.streamingimage.benchmark;

/** The two ways in which the function waits. */
enum Waiting {
    /** Inside the invocation, which lasts 15 minutes at most. */
    INLINE("inline"),
    /** In the state machine, one invocation for each pass. */
    DURABLE("durable");

    private final String text;

    Waiting(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
