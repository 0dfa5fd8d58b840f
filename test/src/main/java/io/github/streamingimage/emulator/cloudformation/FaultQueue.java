package io.github.streamingimage.emulator.cloudformation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Faults that will happen, each a number of times, one after the other. */
final class FaultQueue<F> {

    private record Entry<F>(F fault, int times) {}

    private final Deque<Entry<F>> entries = new ArrayDeque<>();

    synchronized void add(F fault, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times: must be at least 1");
        }
        entries.add(new Entry<>(fault, times));
    }

    /** The fault that happens now, if any. */
    synchronized Optional<F> next() {
        Entry<F> entry = entries.poll();
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.times() > 1) {
            entries.addFirst(new Entry<>(entry.fault(), entry.times() - 1));
        }
        return Optional.of(entry.fault());
    }
}
