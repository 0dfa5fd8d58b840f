package io.github.streamingimage.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.streamingimage.DeletionHandler;
import io.github.streamingimage.Services;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs schedules of one function. A schedule depends on its seed alone.
 *
 * @param function makes the function from what it stands on
 */
record Schedules(Function<Services, RequestStreamHandler> function) {

    /** Of the function as it is. */
    static Schedules ofTheFunction() {
        return new Schedules(DeletionHandler::new);
    }

    /** Runs the schedules with the seeds from the first on, on so many threads. */
    Tally run(long firstSeed, long schedules, int threads) {
        Tally total = new Tally();
        AtomicLong next = new AtomicLong();
        Runnable work = () -> {
            Tally own = new Tally();
            try (Strands strands = new Strands()) {
                for (long i = next.getAndIncrement(); i < schedules; i = next.getAndIncrement()) {
                    own.add(new World(Conditions.byChance(firstSeed + i), strands, function, Optional.empty()).run());
                }
            }
            synchronized (total) {
                total.add(own);
            }
        };
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> works = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                works.add(executor.submit(work));
            }
            for (Future<?> each : works) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a schedule could not be run", e.getCause());
        } finally {
            executor.shutdown();
        }
        total.count("schedules", schedules);
        return total;
    }

    /** Runs one schedule and tells everything that happens in it. */
    Tally replay(long seed, Consumer<String> timeline) {
        try (Strands strands = new Strands()) {
            return new World(Conditions.byChance(seed), strands, function, Optional.of(timeline)).run();
        }
    }
}
