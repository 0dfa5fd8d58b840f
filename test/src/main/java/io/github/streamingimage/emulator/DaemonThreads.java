package io.github.streamingimage.emulator;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Factories of daemon threads: an emulator that nobody closed never keeps its JVM alive. */
public final class DaemonThreads {

    private DaemonThreads() {}

    /** Threads numbered after one name. */
    public static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
