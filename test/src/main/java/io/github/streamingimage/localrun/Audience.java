package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.RegionListener;
import io.github.streamingimage.emulator.cloudformation.ReceivedResponse;
import io.github.streamingimage.emulator.cloudformation.SentRequest;
import io.github.streamingimage.emulator.cloudformation.StackEvent;
import io.github.streamingimage.emulator.cloudformation.Violation;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.emulator.service.StateChange;
import java.util.List;

/** Tells each of its listeners, in their order, all that it is told until the run is over, and then only what the function still says. */
final class Audience implements RegionListener {

    private final List<RegionListener> said;
    private volatile List<RegionListener> listeners;

    Audience(RegionListener... listeners) {
        this.said = List.of(listeners);
        this.listeners = said;
    }

    /** From now on only the last lines of the function's log are told, which come late: how its processes are stopped is no part of a run. */
    void end() {
        listeners = List.of();
    }

    @Override
    public void stateChanged(StateChange change) {
        listeners.forEach(listener -> listener.stateChanged(change));
    }

    @Override
    public void requestDecided(RequestEntry entry) {
        listeners.forEach(listener -> listener.requestDecided(entry));
    }

    @Override
    public void stackEvent(StackEvent event) {
        listeners.forEach(listener -> listener.stackEvent(event));
    }

    @Override
    public void requestSent(SentRequest request) {
        listeners.forEach(listener -> listener.requestSent(request));
    }

    @Override
    public void responseReceived(ReceivedResponse answer) {
        listeners.forEach(listener -> listener.responseReceived(answer));
    }

    @Override
    public void violated(Violation violation) {
        listeners.forEach(listener -> listener.violated(violation));
    }

    @Override
    public void functionEvent(FunctionEvent event) {
        (event instanceof FunctionEvent.Logged ? said : listeners).forEach(listener -> listener.functionEvent(event));
    }
}
