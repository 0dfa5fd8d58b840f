package io.github.streamingimage.emulator.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A listener that remembers what it was told, and lets a test wait for more. */
final class EventRecorder implements Consumer<FunctionEvent> {

    private static final long DEADLINE_SECONDS = 60;

    private final List<FunctionEvent> events = new ArrayList<>();

    @Override
    public synchronized void accept(FunctionEvent event) {
        events.add(event);
        notifyAll();
    }

    synchronized <E extends FunctionEvent> List<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The {@code count} first events of a type, as soon as there are so many. */
    synchronized <E extends FunctionEvent> List<E> await(Class<E> type, int count) throws InterruptedException {
        return await(type, count, event -> true);
    }

    synchronized <E extends FunctionEvent> List<E> await(Class<E> type, int count, Predicate<E> condition)
            throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (true) {
            List<E> found = all(type).stream().filter(condition).limit(count).toList();
            if (found.size() == count) {
                return found;
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("no " + count + " " + type.getSimpleName() + " among " + events);
            }
            wait(left);
        }
    }
}
