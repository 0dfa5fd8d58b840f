package io.github.streamingimage.emulator.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** Does something with each resource as soon as it was done with everything that comes before, independent ones at the same time. */
final class DependencyWalk {

    private final Executor executor;

    DependencyWalk(Executor executor) {
        this.executor = executor;
    }

    /**
     * Walks a graph to its end.
     *
     * @param action answers whether it succeeded; it is not taken on what comes after a failure
     * @return whether every action was taken and succeeded
     */
    boolean walk(Dependencies dependencies, Predicate<String> action) {
        Map<String, CompletableFuture<Boolean>> visits = new LinkedHashMap<>();
        for (String logicalId : dependencies.inOrder()) {
            Set<String> before = dependencies.after().get(logicalId);
            List<CompletableFuture<Boolean>> awaited =
                    before.stream().map(visits::get).toList();
            CompletableFuture<Boolean> visit = CompletableFuture.allOf(awaited.toArray(CompletableFuture[]::new))
                    .thenApplyAsync(
                            done -> awaited.stream().allMatch(CompletableFuture::join) && action.test(logicalId),
                            executor);
            visits.put(logicalId, visit);
        }
        CompletableFuture.allOf(visits.values().toArray(CompletableFuture[]::new))
                .join();
        return visits.values().stream().allMatch(CompletableFuture::join);
    }
}
