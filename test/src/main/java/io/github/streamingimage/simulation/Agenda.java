package io.github.streamingimage.simulation;

import io.github.streamingimage.emulator.cloudformation.Scheduler;
import io.github.streamingimage.simulation.Strands.Strand;
import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/**
 * What is still to happen, in the order of time, on a clock that nothing else moves. Events take no time; what sleeps is begun as
 * a strand. A strand that sleeps lets happen what comes before its end, on its own thread where it can: threads change only where
 * the sleeps of two strands overlap.
 */
public final class Agenda implements Scheduler {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private final Strands strands;
    private final Strand main = new Strand();
    private Strand current = main;
    private long now = START.toEpochMilli();
    private long order;
    private Throwable failure;

    /** An event, the beginning of a strand, or the end of a strand's sleep; at the same time, the one entered first comes first. */
    private record Entry(long at, long order, Runnable act, boolean sleeps, Strand sleeper)
            implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byTime = Long.compare(at, other.at);
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }
    }

    /** Ends a strand whose schedule failed on another. */
    private static final class Abandoned extends Error {
        private static final long serialVersionUID = 1;
    }

    public Agenda(Strands strands) {
        this.strands = strands;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(now);
    }

    /** Enters what takes no time and never sleeps. */
    public void at(Instant when, Runnable event) {
        add(when.toEpochMilli(), event, false, null);
    }

    @Override
    public void after(Duration delay, Runnable event) {
        add(now + delay.toMillis(), event, false, null);
    }

    /** Enters what may {@link #sleep}. */
    public void beginAfter(Duration delay, Runnable body) {
        add(now + delay.toMillis(), body, true, null);
    }

    private void add(long at, Runnable act, boolean sleeps, Strand sleeper) {
        entries.add(new Entry(Math.max(at, now), order++, act, sleeps, sleeper));
    }

    /** Lets everything happen that is entered and that follows from it. */
    public void run() {
        drain(main);
        if (failure != null) {
            throw new IllegalStateException("the simulation failed at " + instant(), failure);
        }
    }

    /** Returns when the duration has passed, to the millisecond; only for what was begun as a strand. */
    public void sleep(Duration duration) {
        long until = now + duration.toMillis();
        if (entries.isEmpty() || entries.peek().at() > until) {
            now = until;
            return;
        }
        Strand self = current;
        add(until, null, false, self);
        Entry next = poll();
        while (next != null && next.sleeper() == null && !next.sleeps()) {
            act(next);
            next = poll();
        }
        if (next != null && next.sleeper() != self) {
            pass(next);
            self.await();
        }
        if (failure != null) {
            throw new Abandoned();
        }
        current = self;
    }

    /** Lets the strand run whose turn it is, a new one if it has only begun. */
    private void pass(Entry turn) {
        if (turn.sleeper() == null) {
            strands.start(strand -> work(strand, turn));
        } else {
            turn.sleeper().resume();
        }
    }

    private void work(Strand strand, Entry first) {
        current = strand;
        act(first);
        drain(strand);
    }

    /** What a strand does when it has nothing of its own to do. The main one returns when nothing is left at all. */
    private void drain(Strand self) {
        current = self;
        for (Entry next = poll(); next != null; next = poll()) {
            if (next.sleeper() == null) {
                act(next);
            } else if (self == main) {
                pass(next);
                self.await();
                return;
            } else {
                strands.rest(self, next.sleeper());
                return;
            }
        }
        if (self != main) {
            strands.rest(self, main);
        }
    }

    private Entry poll() {
        Entry next = entries.poll();
        now = next == null ? now : next.at();
        return next;
    }

    private void act(Entry entry) {
        try {
            entry.act().run();
        } catch (Throwable e) {
            failure = failure == null ? e : failure;
            entries.clear();
        }
    }
}
