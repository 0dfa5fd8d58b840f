package io.github.streamingimage.emulator.cloudformation;

/** Why CloudFormation waits no more for the response to a request. */
public enum RequestEnd {
    /** The first response has arrived. */
    RESPONDED,
    /** ServiceTimeout is over. */
    TIMED_OUT,
    /** The operation failed elsewhere. */
    CANCELLED
}
