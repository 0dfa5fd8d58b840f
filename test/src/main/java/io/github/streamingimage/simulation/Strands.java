package io.github.streamingimage.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The threads on which invocations run that overlap, kept for the next schedule. At any time one thread runs, and all others
 * wait for their turn, so what happens is as deterministic as on one thread.
 */
public final class Strands implements AutoCloseable {

    private final Deque<Strand> idle = new ArrayDeque<>();

    /** One thread, which runs only in its turn. */
    static final class Strand {
        private final Semaphore turn = new Semaphore(0);
        private Consumer<Strand> task;

        /** Lets this strand run. The caller must not run any further, except to {@link #await} its own turn. */
        void resume() {
            turn.release();
        }

        void await() {
            turn.acquireUninterruptibly();
        }
    }

    /** Lets a strand that has nothing to do run the task; the same as with {@link Strand#resume} holds for the caller. */
    void start(Consumer<Strand> task) {
        Strand strand = idle.isEmpty() ? thread() : idle.pop();
        strand.task = task;
        strand.resume();
    }

    private Strand thread() {
        Strand strand = new Strand();
        Thread thread = new Thread(() -> work(strand), "strand");
        thread.setDaemon(true);
        thread.start();
        return strand;
    }

    private void work(Strand strand) {
        for (strand.await(); strand.task != null; strand.await()) {
            strand.task.accept(strand);
        }
    }

    /** What a strand does last in its turn: lies down, and lets another run. */
    void rest(Strand resting, Strand next) {
        idle.push(resting);
        next.resume();
    }

    @Override
    public void close() {
        for (Strand strand : idle) {
            strand.task = null;
            strand.resume();
        }
    }
}
