package io.github.streamingimage.simulation;

import io.github.streamingimage.emulator.appstream.AppStreamError;
import io.github.streamingimage.emulator.appstream.AppStreamImageScript;
import io.github.streamingimage.emulator.appstream.AppStreamImageState;
import io.github.streamingimage.emulator.appstream.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an image of AppStream is like by chance, as scripts: who uses it, who sees it, and what its deletion meets. */
final class AppStreamImagePlan {

    private static final Duration FOR_EVER = Duration.ofDays(30);
    private static final Instant NAMESAKE_CREATED = Instant.parse("2020-02-29T23:59:59.999Z");

    private final World world;
    private final Chance chance;

    private AppStreamImagePlan(World world) {
        this.world = world;
        this.chance = world.chance();
    }

    /** The image, unless it is another's, and a public one of the same name, if there is one. */
    static List<AppStreamImageScript> scripts(World world, String id, ImagePlan plan, Instant created) {
        List<AppStreamImageScript> scripts = new ArrayList<>();
        scripts.add(new AppStreamImagePlan(world)
                .script(AppStreamImageScript.available(id), plan)
                .createdAt(created));
        if (world.strikes(Fault.NAMESAKE)) {
            scripts.add(AppStreamImageScript.available(id)
                    .visibility(Visibility.PUBLIC)
                    .createdAt(NAMESAKE_CREATED));
        }
        return scripts;
    }

    private AppStreamImageScript script(AppStreamImageScript available, ImagePlan plan) {
        AppStreamImageScript script = available.deletionTakes(plan.deletion()).staleReadsFor(plan.staleReads());
        if (plan.strange()) {
            script = strange(script);
        }
        if (world.strikes(Fault.IN_USE)) {
            script = chance.of(0.5) ? script.usedByFleetFor(aWhile()) : script.usedByImageBuilderFor(aWhile());
        }
        if (world.strikes(Fault.CHANGED_CONCURRENTLY)) {
            script = script.changedConcurrentlyFor(aWhile());
        }
        if (world.strikes(Fault.SHARED_WITH_OTHERS)) {
            script = script.sharedFor(
                    aWhile(),
                    chance.oneOf(List.of(AppStreamError.RESOURCE_IN_USE, AppStreamError.OPERATION_NOT_PERMITTED)));
        }
        if (plan.failures() > 0) {
            AppStreamImageState after =
                    chance.oneOf(List.of(AppStreamImageState.AVAILABLE, AppStreamImageState.FAILED));
            script = script.deletionFails(plan.failures(), after, "INTERNAL_ERROR", "Ünfit.");
        }
        return unverified(plan.endless() ? script.neverDeletes() : script);
    }

    private AppStreamImageScript strange(AppStreamImageScript script) {
        Duration lasts = chance.between(Duration.ofSeconds(1), Duration.ofMinutes(20));
        return switch (chance.between(1, 8)) {
            case 1 -> script.startsIn(AppStreamImageState.PENDING, lasts, AppStreamImageState.AVAILABLE);
            case 2 -> script.startsIn(AppStreamImageState.COPYING, lasts, AppStreamImageState.FAILED);
            case 3 -> script.startsIn(AppStreamImageState.DELETING, lasts, AppStreamImageState.AVAILABLE);
            case 4 -> script.startsIn(AppStreamImageState.FAILED);
            case 5 -> script.startsInUnknown("SHARING", lasts, AppStreamImageState.AVAILABLE);
            case 6 -> script.startsInUnknown(AppStreamImageState.DEPRECATED);
            case 7 -> script.visibility(Visibility.PUBLIC);
            default -> script.visibility(Visibility.SHARED);
        };
    }

    /** What the reply to a deletion shows, and what a second one meets meanwhile. */
    private AppStreamImageScript unverified(AppStreamImageScript script) {
        AppStreamImageScript replying = chance.of(0.5) ? script.repliesWithOldState() : script;
        return chance.of(0.5)
                ? replying
                : replying.secondDeletionMeets(chance.oneOf(List.of(
                        AppStreamError.CONCURRENT_MODIFICATION,
                        AppStreamError.RESOURCE_IN_USE,
                        AppStreamError.RESOURCE_NOT_FOUND,
                        AppStreamError.OPERATION_NOT_PERMITTED)));
    }

    /** One in five is for ever. */
    private Duration aWhile() {
        return chance.of(0.2) ? FOR_EVER : chance.between(Duration.ofSeconds(1), Duration.ofHours(1));
    }
}
