package io.github.streamingimage.localrun.progress;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Draws a board ten times a second until it is closed. */
public final class Animation implements AutoCloseable {

    private static final long FRAME_MILLIS = 100;

    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "board");
        thread.setDaemon(true);
        return thread;
    });

    private final Board board;

    private Animation(Board board) {
        this.board = board;
    }

    /** Begins at once. */
    public static Animation of(Board board) {
        Animation animation = new Animation(board);
        animation.ticker.scheduleAtFixedRate(board::draw, 0, FRAME_MILLIS, TimeUnit.MILLISECONDS);
        return animation;
    }

    /** Shows the board a last time, as it is at the end. */
    @Override
    public void close() {
        ticker.shutdownNow();
        board.draw();
    }
}
