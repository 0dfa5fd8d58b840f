package io.github.streamingimage.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.streamingimage.Services;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** All that one schedule consists of, and whatever its parts have in common. */
final class World {

    static final String REGION = "us-west-2";
    static final String ACCOUNT = "123456789012";

    private final Conditions conditions;
    private final Agenda agenda;
    private final Tally tally = new Tally();
    private final Optional<Consumer<String>> timeline;
    private final SimulatedService service;
    private final ImageLives lives;
    private final SimulatedCloudFormation cloudFormation;
    private final Lambda lambda;
    private final Optional<StateMachine> stateMachine;
    private final Map<String, Handling> tokens = new HashMap<>();

    /** @param function makes the function from what it stands on */
    World(
            Conditions conditions,
            Strands strands,
            Function<Services, RequestStreamHandler> function,
            Optional<Consumer<String>> timeline) {
        this.conditions = conditions;
        this.timeline = timeline;
        agenda = new Agenda(strands);
        service = conditions.service().in(this);
        lives = new ImageLives(this);
        service.model().addListener(lives);
        lambda = new Lambda(this, function);
        cloudFormation = new SimulatedCloudFormation(this);
        stateMachine = chance().of(conditions.durable()) ? Optional.of(new StateMachine(this)) : Optional.empty();
    }

    /** Lets live what is to live in it, and everything that follows from it happen. */
    Tally run() {
        conditions.life().accept(this);
        agenda.run();
        cloudFormation.requests().forEach(request -> Looks.check(this, request));
        tally.count(Tally.REQUESTS, cloudFormation.requests().size());
        tally.count("schedules of " + conditions.service().text(), 1);
        return tally;
    }

    /** Whether the fault strikes on this occasion. */
    boolean strikes(Fault fault) {
        boolean strikes = weather().strikes(fault, now());
        if (strikes) {
            happened(fault);
        }
        return strikes;
    }

    /** Whether the request is the first, and so far the only one to use this client token. */
    boolean owns(Handling handling, String clientToken) {
        Handling owner = tokens.putIfAbsent(clientToken, handling);
        return owner == null || owner == handling;
    }

    void happened(Fault fault) {
        tally.fault(fault);
        note("! %s", fault.description());
    }

    /** Takes down that a clause of an invariant does not hold, once for each. */
    void breach(Clause clause, String detail) {
        if (tally.breaches().stream().anyMatch(known -> known.clause() == clause)) {
            return;
        }
        Breach breach = new Breach(conditions.seed(), Duration.between(Agenda.START, now()), clause, detail);
        tally.breach(breach);
        note("BREACH %s: %s: %s", clause.invariant(), clause, detail);
    }

    /** Adds a line to the timeline, if anybody wants one. */
    void note(String format, Object... arguments) {
        timeline.ifPresent(lines -> lines.accept(
                String.format("%-13s ", Duration.between(Agenda.START, now()).toString())
                        + String.format(format, arguments)));
    }

    Instant now() {
        return agenda.instant();
    }

    Agenda agenda() {
        return agenda;
    }

    Chance chance() {
        return conditions.chance();
    }

    Weather weather() {
        return conditions.weather();
    }

    Latencies latencies() {
        return conditions.latencies();
    }

    int pageLength() {
        return conditions.pageLength();
    }

    Tally tally() {
        return tally;
    }

    SimulatedService service() {
        return service;
    }

    ImageLives lives() {
        return lives;
    }

    SimulatedCloudFormation cloudFormation() {
        return cloudFormation;
    }

    Lambda lambda() {
        return lambda;
    }

    Optional<StateMachine> stateMachine() {
        return stateMachine;
    }
}
