package io.github.streamingimage.localrun.progress;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Draws the next frame ten times a second until it is closed. */
public final class Animation implements AutoCloseable {

    private static final long FRAME_MILLIS = 100;

    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "animation");
        thread.setDaemon(true);
        return thread;
    });

    private final Runnable last;

    private Animation(Runnable last) {
        this.last = last;
    }

    /** Begins at once; a board is drawn a last time at the end. */
    public static Animation of(Board board) {
        return new Animation(board::draw).every(board::draw);
    }

    /** Prints what a log holds back, and all of it at the end. */
    public static Animation of(PlainLog log) {
        return new Animation(log::printAll).every(log::print);
    }

    private Animation every(Runnable frame) {
        ticker.scheduleAtFixedRate(frame, 0, FRAME_MILLIS, TimeUnit.MILLISECONDS);
        return this;
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        last.run();
    }
}
