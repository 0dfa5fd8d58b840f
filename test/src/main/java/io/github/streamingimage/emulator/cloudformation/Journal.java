package io.github.streamingimage.emulator.cloudformation;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Everything that happened, in order; the listener is told of each thing once it is recorded. */
final class Journal {

    private final CloudFormationListener listener;
    private final List<StackEvent> events = new CopyOnWriteArrayList<>();
    private final List<SentRequest> requests = new CopyOnWriteArrayList<>();
    private final List<ReceivedAnswer> answers = new CopyOnWriteArrayList<>();
    private final List<Violation> violations = new CopyOnWriteArrayList<>();

    Journal(CloudFormationListener listener) {
        this.listener = listener;
    }

    /** Records the status that a stack has now. */
    void stack(Stack stack, String reason) {
        record(new StackEvent(
                Instant.now(),
                stack.id(),
                stack.name(),
                stack.name(),
                stack.id(),
                StackEvent.STACK_TYPE,
                stack.status().name(),
                reason));
    }

    /** Records the status of a resource; {@code physicalId} and {@code reason} may be empty. */
    void resource(
            Stack stack,
            String logicalId,
            ResourceDeclaration declaration,
            String physicalId,
            ResourceStatus status,
            String reason) {
        record(new StackEvent(
                Instant.now(),
                stack.id(),
                stack.name(),
                logicalId,
                physicalId,
                declaration.resourceType(),
                status.name(),
                reason));
    }

    void sent(SentRequest request) {
        requests.add(request);
        listener.requestSent(request);
    }

    void received(ReceivedAnswer answer) {
        answers.add(answer);
        listener.answerReceived(answer);
    }

    void violated(String requestId, String description) {
        Violation violation = new Violation(requestId, description);
        violations.add(violation);
        listener.violated(violation);
    }

    List<StackEvent> events() {
        return List.copyOf(events);
    }

    List<SentRequest> requests() {
        return List.copyOf(requests);
    }

    List<ReceivedAnswer> answers() {
        return List.copyOf(answers);
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    private void record(StackEvent event) {
        events.add(event);
        listener.stackEvent(event);
    }
}
