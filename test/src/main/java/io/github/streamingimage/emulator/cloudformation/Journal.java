package io.github.streamingimage.emulator.cloudformation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Everything that happened, in order; the listener is told of each thing once it is recorded. */
final class Journal implements CloudFormationListener {

    private final CloudFormationListener listener;
    private final Consumer<SentRequest> function;
    private final List<StackEvent> events = new CopyOnWriteArrayList<>();
    private final List<SentRequest> requests = new CopyOnWriteArrayList<>();
    private final List<ReceivedResponse> responses = new CopyOnWriteArrayList<>();
    private final List<Violation> violations = new CopyOnWriteArrayList<>();

    /** @param function is brought every request once it is recorded */
    Journal(CloudFormationListener listener, Consumer<SentRequest> function) {
        this.listener = listener;
        this.function = function;
    }

    @Override
    public void stackEvent(StackEvent event) {
        events.add(event);
        listener.stackEvent(event);
    }

    @Override
    public void requestSent(SentRequest request) {
        requests.add(request);
        listener.requestSent(request);
        function.accept(request);
    }

    @Override
    public void requestEnded(SentRequest request, RequestEnd end) {
        listener.requestEnded(request, end);
    }

    @Override
    public void responseReceived(ReceivedResponse response) {
        responses.add(response);
        listener.responseReceived(response);
    }

    @Override
    public void violated(Violation violation) {
        violations.add(violation);
        listener.violated(violation);
    }

    List<StackEvent> events() {
        return List.copyOf(events);
    }

    List<SentRequest> requests() {
        return List.copyOf(requests);
    }

    List<ReceivedResponse> responses() {
        return List.copyOf(responses);
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }
}
