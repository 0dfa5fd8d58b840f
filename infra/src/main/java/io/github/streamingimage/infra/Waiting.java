package io.github.streamingimage.infra;

/** How a provider waits for an image to be gone. */
public enum Waiting {
    /** A Step Functions state machine waits, for up to an hour; the function runs for seconds at a time. */
    STATE_MACHINE,

    /** The function itself waits, for at most the 15 minutes that Lambda gives it; no state machine is made. */
    INLINE
}
