package io.github.streamingimage.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What happened, counted over schedules. */
final class Tally {

    /** The name in the report of how many requests there were. */
    static final String REQUESTS = "requests";

    /** With fewer requests than this, chance alone may give an excuse more than its share. */
    private static final long TELLING_REQUESTS = 10_000;

    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final Map<Excuse, Long> excuses = new EnumMap<>(Excuse.class);
    private final Map<String, Long> answers = new TreeMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Breach> breaches = new ArrayList<>();

    void fault(Fault fault) {
        faults.merge(fault, 1L, Long::sum);
    }

    void excuse(Excuse excuse) {
        excuses.merge(excuse, 1L, Long::sum);
    }

    void answer(String kind) {
        answers.merge(kind, 1L, Long::sum);
    }

    /** Counts anything else by its name in the report. */
    void count(String what, long times) {
        counts.merge(what, times, Long::sum);
    }

    void breach(Breach breach) {
        breaches.add(breach);
    }

    void add(Tally other) {
        other.faults.forEach((fault, times) -> faults.merge(fault, times, Long::sum));
        other.excuses.forEach((excuse, times) -> excuses.merge(excuse, times, Long::sum));
        other.answers.forEach((kind, times) -> answers.merge(kind, times, Long::sum));
        other.counts.forEach((what, times) -> counts.merge(what, times, Long::sum));
        breaches.addAll(other.breaches);
    }

    Map<Fault, Long> faults() {
        return faults;
    }

    Map<Excuse, Long> excuses() {
        return excuses;
    }

    /** The excuses that cover a larger share of the requests than they may; nothing when there are too few requests to tell. */
    List<Excuse> excessiveExcuses() {
        long requests = counts.getOrDefault(REQUESTS, 0L);
        return excuses.keySet().stream()
                .filter(excuse -> requests >= TELLING_REQUESTS && excuses.get(excuse) > excuse.most() * requests)
                .toList();
    }

    /** Whether every promise was kept, and nothing else was excused than may be. */
    boolean holds() {
        return breaches.isEmpty() && excessiveExcuses().isEmpty();
    }

    Map<String, Long> answers() {
        return answers;
    }

    Map<String, Long> counts() {
        return counts;
    }

    List<Breach> breaches() {
        return breaches;
    }
}
