package io.github.streamingimage.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What has become of a request so far: who works on it, what was in the way, and whether it was answered. */
final class Handling {

    private final Request request;
    private final Map<Fault, Integer> hits = new EnumMap<>(Fault.class);
    private final Set<String> tokens = new HashSet<>();
    private Sight seenBeforeAttempt = Sight.NOTHING;
    private Optional<Acceptance> acceptance = Optional.empty();
    private boolean open = true;
    private int deliveries;
    private int looks;
    private int deletions;
    private int holders;
    private Instant takenUp;
    private Optional<Excuse> excuse = Optional.of(Excuse.QUEUED);
    private Optional<Excuse> slipped = Optional.empty();
    private Optional<Excuse> disturbed = Optional.empty();
    private boolean handedOver;
    private boolean clockRight = true;
    private boolean clockRightAtDeadline;
    private boolean mistimed;
    private Duration lost = Duration.ZERO;
    private Optional<Answered> answered = Optional.empty();
    private Usage usage = Usage.NONE;

    Handling(Request request) {
        this.request = request;
        takenUp = request.sentAt();
    }

    Request request() {
        return request;
    }

    /** CloudFormation waits for the answer no more: it has one, or the time is over, or the operation was given up. */
    void close() {
        open = false;
    }

    boolean isOpen() {
        return open;
    }

    /** The response that reached CloudFormation first. */
    record Answered(Instant at, ResponseCheck.Read response) {}

    void answered(Instant now, ResponseCheck.Read response) {
        answered = answered.or(() -> Optional.of(new Answered(now, response)));
    }

    Optional<Answered> answered() {
        return answered;
    }

    /** Adds to what has been used for the request. */
    void use(UnaryOperator<Usage> more) {
        usage = more.apply(usage);
    }

    Usage usage() {
        return usage;
    }

    void hit(Fault fault) {
        hits.merge(fault, 1, Integer::sum);
    }

    int hits(Fault fault) {
        return hits.getOrDefault(fault, 0);
    }

    int hits() {
        return hits.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The client tokens of the request's calls so far. */
    Set<String> tokens() {
        return tokens;
    }

    /** A deletion is asked for with another token than before, by somebody who has seen this last. */
    void attempt(String clientToken, Sight seen) {
        tokens.add(clientToken);
        seenBeforeAttempt = seen;
    }

    /** What was seen before the last attempt began. */
    Sight seenBeforeAttempt() {
        return seenBeforeAttempt;
    }

    /**
     * The service has accepted a deletion.
     *
     * @param failures how often a deletion of the image had failed by then
     * @param attempts how many tokens had been used; a call that is repeated is accepted again, and begins nothing
     */
    record Acceptance(Instant at, int failures, int attempts) {}

    void accepted(Instant now, int failures) {
        acceptance = acceptance
                .filter(known -> known.attempts() == tokens.size())
                .or(() -> Optional.of(new Acceptance(now, failures, tokens.size())));
    }

    /** The acceptance of the last attempt, if there was one. */
    Optional<Acceptance> acceptance() {
        return acceptance;
    }

    void delivered() {
        deliveries++;
    }

    /** How often the event was delivered to a function, retries and duplicates included. */
    int deliveries() {
        return deliveries;
    }

    void looked() {
        looks++;
    }

    int looks() {
        return looks;
    }

    void deleted() {
        deletions++;
    }

    /** How often the service was asked to delete the image. */
    int deletions() {
        return deletions;
    }

    /** An invocation or an execution has the request in its hands. */
    void hold(Instant now) {
        if (holders++ == 0) {
            takenUp = now;
        }
    }

    /** Since when it has been in somebody's hands; what earlier hands had learned is lost. */
    Instant takenUp() {
        return takenUp;
    }

    void release() {
        holders--;
    }

    void deadlineReached() {
        slipped = holders > 0 ? Optional.empty() : excuse;
        clockRightAtDeadline = clockRight;
    }

    /** Why nobody had the request in hand at the deadline, if nobody had. */
    Optional<Excuse> slipped() {
        return slipped;
    }

    /** Whoever has the request in hand was stopped by force. */
    void stopped(Instant now) {
        lose(now, Excuse.CRASHED, Excuse.STOPPED_AFTER_THE_DEADLINE);
    }

    /** Whoever has the request in hand could not deliver its response. */
    void undelivered(Instant now) {
        lose(now, Excuse.UNDELIVERED, Excuse.UNDELIVERED_AFTER_THE_DEADLINE);
    }

    /** Whoever has the request in hand has used up its time: nobody else's doing. */
    void cutOff() {
        excuse = Optional.empty();
    }

    private void lose(Instant now, Excuse before, Excuse after) {
        excuse = Optional.of(before);
        if (!now.isBefore(request.deadline())) {
            disturbed = Optional.of(after);
        }
    }

    /** Why whoever had it in hand after the deadline could not go on, if so. */
    Optional<Excuse> disturbed() {
        return disturbed;
    }

    /** Whether the clock of whoever works on it now is right, or was corrected by a service. */
    void clock(boolean right) {
        clockRight = right;
    }

    /** Whoever worked on it has stopped; when no service had told the time, what was to come next was timed by a clock that is off. */
    void stoppedWorking() {
        mistimed |= !clockRight;
    }

    /** Whether its time was never measured by a clock that was off. */
    boolean wasTimedWell() {
        return !mistimed && clockRightAtDeadline;
    }

    void handedOver() {
        handedOver = true;
    }

    boolean wasHandedOver() {
        return handedOver;
    }

    /** The outside world took this time for something; only what falls after the deadline matters. */
    void lost(Instant from, Instant to) {
        Instant begin = from.isBefore(request.deadline()) ? request.deadline() : from;
        if (begin.isBefore(to)) {
            lost = lost.plus(Duration.between(begin, to));
        }
    }

    /** How much time the outside world has taken after the deadline. */
    Duration lost() {
        return lost;
    }
}
