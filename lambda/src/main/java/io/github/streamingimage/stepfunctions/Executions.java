package io.github.streamingimage.stepfunctions;

/** The executions of the state machine. Every failure is a {@link Start}. */
public interface Executions {

    /** How a start went. */
    sealed interface Start {
        /** An execution of that name runs or has run: the request is in its hands. */
        record HandedOver() implements Start {}

        /**
         * It was not started; a policy may be still on its way, or the service busy.
         *
         * @param description what happened, for people
         */
        record NotStarted(String description) implements Start {}
    }

    /**
     * Starts an execution.
     *
     * @param name 1 to 80 characters of {@code [0-9A-Za-z-_]}; a name is used once in 90 days
     * @param input JSON
     */
    Start start(String name, String input);
}
