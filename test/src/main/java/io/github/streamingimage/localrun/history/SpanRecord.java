package io.github.streamingimage.localrun.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes spans of changes; times before the start of the run, or before an earlier change, count as that. */
final class SpanRecord {

    private final Instant start;
    private final List<String> states = new ArrayList<>();
    private final List<Duration> since = new ArrayList<>();

    SpanRecord(Instant start) {
        this.start = start;
    }

    void enter(String state, Instant at) {
        Duration from = since(at);
        boolean first = since.isEmpty();
        Duration latest = first ? Duration.ZERO : since.get(since.size() - 1);
        states.add(state);
        since.add(from.compareTo(latest) < 0 ? latest : from);
    }

    List<Span> spans(Instant end) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < states.size(); i++) {
            Duration until = i + 1 < states.size() ? since.get(i + 1) : since(end);
            Duration from = since.get(i);
            spans.add(new Span(states.get(i), from, until.compareTo(from) < 0 ? from : until));
        }
        return spans;
    }

    Duration since(Instant at) {
        return at.isBefore(start) ? Duration.ZERO : Duration.between(start, at);
    }
}
