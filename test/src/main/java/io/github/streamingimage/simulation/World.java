package io.github.streamingimage.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.streamingimage.Services;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** All that one schedule consists of, and whatever its parts have in common. */
final class World {

    static final String REGION = "us-west-2";
    static final String ACCOUNT = "123456789012";

    private final long seed;
    private final Agenda agenda;
    private final Chance chance;
    private final Weather weather;
    private final Tally tally = new Tally();
    private final Optional<Consumer<String>> timeline;
    private final StreamingImages images;
    private final ImageLives lives;
    private final SimulatedCloudFormation cloudFormation;
    private final Lambda lambda;
    private final Optional<StateMachine> stateMachine;

    /** @param function makes the function from what it stands on */
    World(
            long seed,
            Strands strands,
            Function<Services, RequestStreamHandler> function,
            Optional<Consumer<String>> timeline) {
        this.seed = seed;
        this.timeline = timeline;
        agenda = new Agenda(strands);
        chance = new Chance(seed);
        weather = new Weather(chance);
        images = new StreamingImages(agenda, REGION, ACCOUNT);
        lives = new ImageLives(this);
        images.addListener(lives);
        lambda = new Lambda(this, function);
        cloudFormation = new SimulatedCloudFormation(this);
        stateMachine = chance.of(0.5) ? Optional.of(new StateMachine(this)) : Optional.empty();
    }

    /** Lets one stack live its life, and everything that follows from it happen. */
    Tally run() {
        new StackLife(this).begin();
        agenda.run();
        cloudFormation.requests().forEach(request -> Looks.check(this, request));
        tally.count("requests", cloudFormation.requests().size());
        return tally;
    }

    /** Whether the fault strikes on this occasion. */
    boolean strikes(Fault fault) {
        boolean strikes = weather.strikes(fault, now());
        if (strikes) {
            happened(fault);
        }
        return strikes;
    }

    void happened(Fault fault) {
        tally.fault(fault);
        note("! %s", fault.description());
    }

    /** Takes down that an invariant does not hold, once for each. */
    void breach(Invariant invariant, String detail) {
        if (tally.breaches().stream().anyMatch(known -> known.invariant() == invariant)) {
            return;
        }
        Breach breach = new Breach(seed, Duration.between(Agenda.START, now()), invariant, detail);
        tally.breach(breach);
        note("BREACH %s: %s", invariant, detail);
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
        return chance;
    }

    Weather weather() {
        return weather;
    }

    Tally tally() {
        return tally;
    }

    StreamingImages images() {
        return images;
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
