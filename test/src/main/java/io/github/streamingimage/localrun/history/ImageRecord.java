package io.github.streamingimage.localrun.history;

import io.github.streamingimage.emulator.cloudformation.ReceivedResponse;
import io.github.streamingimage.emulator.cloudformation.Response;
import io.github.streamingimage.emulator.cloudformation.SentRequest;
import io.github.streamingimage.emulator.service.RequestEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a recorder knows of one image so far. */
final class ImageRecord {

    final String logicalId;
    final SpanRecord states;
    private final String id;
    private final List<ImageRequest> requests = new ArrayList<>();
    private final List<Answered> answers = new ArrayList<>();
    private final Map<String, String> outcomes = new HashMap<>();
    private final List<Interruption> interruptions = new ArrayList<>();

    ImageRecord(String id, String logicalId, Instant start) {
        this.id = id;
        this.logicalId = logicalId;
        this.states = new SpanRecord(start);
    }

    void requested(RequestEntry entry) {
        entry.operation()
                .ifPresent(operation -> requests.add(new ImageRequest(
                        states.since(entry.at()),
                        operation.name(),
                        entry.status(),
                        entry.errorType(),
                        entry.fault().map(fault -> fault.getClass().getSimpleName()),
                        entry.stateAfterwards())));
    }

    void answered(SentRequest request, ReceivedResponse received, Response answer) {
        answers.add(new Answered(request, received, answer));
    }

    /** The function's log names what it decided on a request; that may become known before the response or after it. */
    void decided(String requestId, String outcome) {
        outcomes.put(requestId, outcome);
    }

    void interrupted(Instant at, String cause) {
        interruptions.add(new Interruption(states.since(at), cause));
    }

    ImageHistory history(Instant end) {
        return new ImageHistory(
                id,
                logicalId,
                states.spans(end),
                requests,
                answers.stream().map(this::answer).toList(),
                interruptions);
    }

    private ImageAnswer answer(Answered answered) {
        SentRequest request = answered.request();
        return new ImageAnswer(
                states.since(answered.received().at()),
                request.type().name(),
                answered.answer().status(),
                answered.answer().reason(),
                outcomes.getOrDefault(request.requestId(), ""),
                answered.received().bytes(),
                Duration.between(request.at(), answered.received().at()));
    }

    private record Answered(SentRequest request, ReceivedResponse received, Response answer) {}
}
