package io.github.streamingimage.deletion;

import io.github.streamingimage.deletion.Decision.Act;
import io.github.streamingimage.deletion.Decision.CheckStack;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A request in the hands of a decider, on a clock that the test moves. It remembers the act that is under way and the progress, so
 * that a test tells only what each act shows.
 */
final class DecidedRequest {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final Observation.Stack DELETING =
            new Observation.Stack(StackStanding.DELETING, Optional.empty(), "stack is DELETE_IN_PROGRESS");
    static final Observation.Stack CLEANING_UP = new Observation.Stack(
            StackStanding.CLEANING_UP, Optional.empty(), "stack is UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
    static final Observation.Stack UPDATING =
            new Observation.Stack(StackStanding.OTHER, Optional.empty(), "stack is UPDATE_IN_PROGRESS");
    static final Observation.Stack ROLLING_BACK =
            new Observation.Stack(StackStanding.ROLLING_BACK, Optional.empty(), "stack is ROLLBACK_IN_PROGRESS");
    static final Observation.Stack ROLLING_BACK_UPDATE = new Observation.Stack(
            StackStanding.ROLLING_BACK_UPDATE, Optional.empty(), "stack is UPDATE_ROLLBACK_IN_PROGRESS");

    private final Decider decider;
    private final Instant deadline;
    private final RandomGenerator random = new SplittableRandom(1);
    private Instant now = START;
    private Progress progress;
    private Act underWay;
    private boolean stackStaysInDeletion;

    DecidedRequest(Decider decider, Instant deadline) {
        this.decider = decider;
        this.deadline = deadline;
        this.progress = Progress.start(START, deadline);
    }

    /** From now on every check of the stack shows that all of it is being deleted. */
    DecidedRequest whoseStackStaysInDeletion() {
        stackStaysInDeletion = true;
        return this;
    }

    /** What the act under way shows, or the one that the next pass begins with; gives what is decided on it. */
    Decision shows(Observation seen) {
        if (underWay == null) {
            goOn(begins());
        }
        return goOn(decider.decide(underWay, seen, now, random));
    }

    /** What a pass would begin with that began now. */
    Act begins() {
        return decider.begin(progress, now);
    }

    /** The function forgets everything about the request, as in a crash. */
    void startsOver() {
        progress = Progress.start(START, deadline);
        underWay = null;
    }

    void later(long seconds) {
        now = now.plusSeconds(seconds);
    }

    void at(Instant time) {
        now = time;
    }

    Instant now() {
        return now;
    }

    Progress progress() {
        return progress;
    }

    private Decision goOn(Decision decision) {
        progress = decision.progress();
        underWay = decision instanceof Act act ? act : null;
        return underWay instanceof CheckStack && stackStaysInDeletion
                ? goOn(decider.decide(underWay, DELETING, now, random))
                : decision;
    }
}
