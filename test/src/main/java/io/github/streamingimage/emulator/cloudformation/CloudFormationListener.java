package io.github.streamingimage.emulator.cloudformation;

/** Whoever wants to know what happens while it happens; called on the emulator's threads, and must not block. */
public interface CloudFormationListener {

    /** A stack or resource has another status. */
    default void stackEvent(StackEvent event) {}

    /** A request was sent to the function. */
    default void requestSent(SentRequest request) {}

    /** CloudFormation waits no more for the response to a request. */
    default void requestEnded(SentRequest request, RequestEnd end) {}

    /** Something arrived at a response URL. */
    default void responseReceived(ReceivedResponse response) {}

    /** The function broke the protocol. */
    default void violated(Violation violation) {}
}
