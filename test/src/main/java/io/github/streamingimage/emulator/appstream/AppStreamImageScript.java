package io.github.streamingimage.emulator.appstream;

import io.github.streamingimage.emulator.service.Beginning;
import io.github.streamingimage.emulator.service.DeletionScript;
import io.github.streamingimage.emulator.service.ImageCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What an image is and how it will behave, written down in advance; immutable.
 *
 * <p>Unless told otherwise an image is AVAILABLE from the start, PRIVATE, created when it is added, and gone as soon as that is
 * asked for.
 *
 * @param createdTime empty for the moment at which the image is added
 */
public record AppStreamImageScript(
        String name,
        Visibility visibility,
        Optional<Instant> createdTime,
        Beginning beginning,
        DeletionScript deletion,
        DeletionRules rules) {

    public AppStreamImageScript {
        if (!ImageNames.isValid(name)) {
            throw new IllegalArgumentException("name " + ImageNames.CONSTRAINT + ": " + name);
        }
        Objects.requireNonNull(visibility, "visibility");
        Objects.requireNonNull(createdTime, "createdTime");
        Objects.requireNonNull(beginning, "beginning");
        Objects.requireNonNull(deletion, "deletion");
        Objects.requireNonNull(rules, "rules");
    }

    /** A private image that is AVAILABLE. */
    public static AppStreamImageScript available(String name) {
        ImageCondition available = AppStreamImageState.AVAILABLE.condition();
        ImageCondition deleting = AppStreamImageState.DELETING.condition();
        DeletionScript deletion = DeletionScript.atOnce(deleting, available, deleting, Optional.of(Duration.ZERO));
        return new AppStreamImageScript(
                name, Visibility.PRIVATE, Optional.empty(), Beginning.as(available), deletion, DeletionRules.NONE);
    }

    /** AWS provides the image, or another account does. */
    public AppStreamImageScript visibility(Visibility changed) {
        return new AppStreamImageScript(name, changed, createdTime, beginning, deletion, rules);
    }

    public AppStreamImageScript createdAt(Instant instant) {
        return new AppStreamImageScript(name, visibility, Optional.of(instant), beginning, deletion, rules);
    }

    /** The image stays in this state until it is deleted. */
    public AppStreamImageScript startsIn(AppStreamImageState state) {
        return begins(Beginning.as(state.condition()));
    }

    /** From DELETING it goes on as {@code deletion…} says: somebody else has begun to delete the image. */
    public AppStreamImageScript startsIn(AppStreamImageState state, Duration lasts, AppStreamImageState settled) {
        return begins(new Beginning(state.condition(), Optional.of(lasts), settled.condition()));
    }

    /** The image stays in a state that the API's model does not have until it is deleted, e.g. DEPRECATED. */
    public AppStreamImageScript startsInUnknown(String state) {
        return begins(Beginning.as(new ImageCondition(state, "", "")));
    }

    /** A state that the API's model does not have, for so long. */
    public AppStreamImageScript startsInUnknown(String state, Duration lasts, AppStreamImageState settled) {
        return begins(new Beginning(new ImageCondition(state, "", ""), Optional.of(lasts), settled.condition()));
    }

    /** How long the image stays DELETING. */
    public AppStreamImageScript deletionTakes(Duration duration) {
        return deletes(deletion.taking(duration));
    }

    /** Once a deletion is accepted, the image stays DELETING for ever. */
    public AppStreamImageScript neverDeletes() {
        return deletes(deletion.endless());
    }

    /** The first so many deletions end in a state other than gone. Unverified: which that is, and whether it happens. */
    public AppStreamImageScript deletionFails(int times, AppStreamImageState state, String reason, String message) {
        return deletes(deletion.failing(times, state.condition(reason, message)));
    }

    /** How long DescribeImages goes on showing the old condition after DeleteImage was accepted. */
    public AppStreamImageScript staleReadsFor(Duration duration) {
        return deletes(deletion.readStaleFor(duration));
    }

    public AppStreamImageScript usedByFleetFor(Duration duration) {
        return refusesDeletionFor(
                duration, AppStreamError.RESOURCE_IN_USE, "The image " + name + " is in use by the fleet fleet-1.");
    }

    public AppStreamImageScript usedByImageBuilderFor(Duration duration) {
        return refusesDeletionFor(
                duration,
                AppStreamError.RESOURCE_IN_USE,
                "The image " + name + " is in use by the image builder builder-1.");
    }

    public AppStreamImageScript changedConcurrentlyFor(Duration duration) {
        return refusesDeletionFor(
                duration,
                AppStreamError.CONCURRENT_MODIFICATION,
                "An API error occurred. Wait a few minutes and try again.");
    }

    /** This account shares the image with others. Unverified: which error DeleteImage then gives. */
    public AppStreamImageScript sharedFor(Duration duration, AppStreamError error) {
        return obstructedBy(new DeletionObstacle(
                Optional.of(duration), error, "The image " + name + " is shared with other accounts.", true));
    }

    /** DeleteImage fails like this for so long, from the image's beginning. */
    public AppStreamImageScript refusesDeletionFor(Duration duration, AppStreamError error, String message) {
        return obstructedBy(new DeletionObstacle(Optional.of(duration), error, message, false));
    }

    /** DeleteImage fails like this always. */
    public AppStreamImageScript refusesDeletion(AppStreamError error, String message) {
        return obstructedBy(new DeletionObstacle(Optional.empty(), error, message, false));
    }

    public AppStreamImageScript repliesWithOldState() {
        return new AppStreamImageScript(name, visibility, createdTime, beginning, deletion, rules.withStaleReply());
    }

    /** What DeleteImage of the image meets while it is DELETING. */
    public AppStreamImageScript secondDeletionMeets(AppStreamError error) {
        return new AppStreamImageScript(
                name, visibility, createdTime, beginning, deletion, rules.withSecondDeletion(error));
    }

    private AppStreamImageScript begins(Beginning changed) {
        return new AppStreamImageScript(name, visibility, createdTime, changed, deletion, rules);
    }

    private AppStreamImageScript deletes(DeletionScript changed) {
        return new AppStreamImageScript(name, visibility, createdTime, beginning, changed, rules);
    }

    private AppStreamImageScript obstructedBy(DeletionObstacle obstacle) {
        return new AppStreamImageScript(name, visibility, createdTime, beginning, deletion, rules.with(obstacle));
    }
}
