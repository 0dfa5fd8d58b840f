package io.github.streamingimage.localrun.history;

import io.github.streamingimage.emulator.RegionListener;
import io.github.streamingimage.emulator.cloudformation.ReceivedResponse;
import io.github.streamingimage.emulator.cloudformation.ReceivedResponse.Disposition;
import io.github.streamingimage.emulator.cloudformation.SentRequest;
import io.github.streamingimage.emulator.cloudformation.StackEvent;
import io.github.streamingimage.emulator.cloudformation.Violation;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.emulator.service.StateChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what happens in a region, image by image; safe for the threads of all emulators. */
public final class Recorder implements RegionListener {

    private final Instant start;
    private final Map<String, ImageRecord> images = new LinkedHashMap<>();
    private final SpanRecord stack;
    private final Map<String, SentRequest> sent = new HashMap<>();
    private final Map<String, ImageRecord> byInvocation = new HashMap<>();
    private final List<String> mishaps = new ArrayList<>();
    private Optional<String> startFailure = Optional.empty();
    private int processes;

    /** @param logicalIds of the images, by their ids */
    public Recorder(Instant start, Map<String, String> logicalIds) {
        this.start = start;
        this.stack = new SpanRecord(start);
        logicalIds.forEach((id, logicalId) -> images.put(id, new ImageRecord(id, logicalId, start)));
    }

    /** Something went wrong that no emulator tells of. */
    public synchronized void mishap(String sentence) {
        mishaps.add(sentence);
    }

    /** The function cannot start, which ends the run. */
    public synchronized void cannotStart(String reason) {
        startFailure = Optional.of(reason);
    }

    /** All that has been written down. */
    public synchronized Run run(Parameters parameters, Instant end) {
        return new Run(
                parameters,
                start,
                stack.since(end),
                stack.spans(end),
                images.values().stream().map(image -> image.history(end)).toList(),
                processes,
                startFailure,
                mishaps);
    }

    @Override
    public synchronized void stateChanged(StateChange change) {
        image(Optional.of(change.imageId()))
                .ifPresent(image -> image.states.enter(change.to().orElse(Span.GONE), change.at()));
    }

    @Override
    public synchronized void requestDecided(RequestEntry entry) {
        image(entry.imageId()).ifPresent(image -> image.requested(entry));
    }

    @Override
    public synchronized void stackEvent(StackEvent event) {
        if (event.isAboutStack()) {
            stack.enter(event.status(), event.timestamp());
        }
    }

    @Override
    public synchronized void requestSent(SentRequest request) {
        sent.put(request.requestId(), request);
    }

    @Override
    public synchronized void responseReceived(ReceivedResponse received) {
        SentRequest request = sent.get(received.requestId());
        if (request != null && received.disposition() == Disposition.COUNTED) {
            received.response()
                    .ifPresent(answer -> byLogicalId(request.logicalId())
                            .ifPresent(image -> image.answered(request, received, answer)));
        }
    }

    @Override
    public synchronized void violated(Violation violation) {
        mishaps.add("The function broke the protocol: " + violation.description());
    }

    @Override
    public synchronized void functionEvent(FunctionEvent event) {
        if (event instanceof FunctionEvent.Logged logged) {
            LogLine.parse(logged.line())
                    .ifPresent(line -> byLogicalId(line.logicalId()).ifPresent(image -> logged(line, logged, image)));
        } else if (event instanceof FunctionEvent.EnvironmentStarted) {
            processes++;
        } else if (event instanceof FunctionEvent.TimedOut timedOut) {
            interrupted(
                    timedOut.requestId(),
                    event.at(),
                    "killed after " + timedOut.timeout().toSeconds() + " s, the function's timeout");
        } else if (event instanceof FunctionEvent.Exited exited) {
            interrupted(exited.requestId(), event.at(), "the process ended with " + exited.exitStatus());
        }
    }

    private void logged(LogLine line, FunctionEvent.Logged logged, ImageRecord image) {
        line.outcome().ifPresent(outcome -> image.decided(line.requestId(), outcome));
        if (!logged.requestId().isEmpty()) {
            byInvocation.put(logged.requestId(), image);
        }
    }

    /** Once for each invocation: a process that was killed for its timeout also ends. */
    private void interrupted(String invocation, Instant at, String cause) {
        ImageRecord image = byInvocation.remove(invocation);
        if (image != null) {
            image.interrupted(at, cause);
        }
    }

    private Optional<ImageRecord> image(Optional<String> id) {
        return id.map(images::get);
    }

    private Optional<ImageRecord> byLogicalId(String logicalId) {
        return images.values().stream()
                .filter(image -> image.logicalId.equals(logicalId))
                .findFirst();
    }
}
