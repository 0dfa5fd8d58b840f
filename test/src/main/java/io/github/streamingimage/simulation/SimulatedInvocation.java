package io.github.streamingimage.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.streamingimage.Services;
import io.github.streamingimage.customresource.UndeliveredResponseException;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.invocation.MalformedInvocationException;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.stack.CloudFormationStacks;
import io.github.streamingimage.time.Time;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** One invocation of the function: its clock, its end by force, if that is its fate, and what must be known of it afterwards. */
final class SimulatedInvocation implements Time {

    private static final int LONGEST_LIFE = 60;
    private static final int MANY_TRIES = 12;
    private static final Duration END_IS_NEAR = Duration.ofSeconds(30);
    private static final Duration SIGNATURE_HOLDS = Duration.ofMinutes(5);
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final World world;
    private final Lambda.Role role;
    private final Handling handling;
    private final String id;
    private final Optional<Ending.Failed> after;
    private final Instant end;
    private final int lastStep;
    private final Deeds deeds = new Deeds();
    private Duration correction = Duration.ZERO;
    private boolean told;
    private int steps;
    private boolean troubled;

    /** @param after how the request was given up before, when this is to answer for that */
    SimulatedInvocation(World world, Lambda.Role role, Handling handling, String id, Optional<Ending.Failed> after) {
        this.world = world;
        this.role = role;
        this.handling = handling;
        this.id = id;
        this.after = after;
        end = world.now().plus(world.lambda().timeout(role));
        lastStep = world.weather().strikes(Fault.CRASH, world.now())
                ? world.chance().between(1, world.chance().between(1, LONGEST_LIFE))
                : Integer.MAX_VALUE;
    }

    Ending run(Function<Services, RequestStreamHandler> function, byte[] event) {
        world.note("%s begins: %s of %s", id, role, handling.request());
        handling.hold(world.now());
        correction = world.lambda().correction();
        told = !correction.isZero();
        handling.clock(hasTheRightClock());
        Instant begin = world.now();
        Ending ending = invoke(function.apply(services()), event);
        handling.stoppedWorking();
        handling.use(usage -> usage.invocation(Duration.between(begin, world.now())));
        world.lambda().keep(ending instanceof Ending.Returned ? correction : Duration.ZERO);
        handling.release();
        if (ending instanceof Ending.Returned returned) {
            world.note("%s returns", id);
            boolean goesOn = returned.goesOn() && ofStateMachine(event);
            if (!goesOn) {
                Secrecy.check(
                        world,
                        Clause.TELLS_THE_URL_IN_THE_OUTPUT,
                        new String(returned.output(), StandardCharsets.UTF_8));
            }
            if (!deeds.areEnough() && !goesOn) {
                world.breach(Clause.RETURNS_EMPTY_HANDED, id + " of " + handling.request());
            }
        } else {
            world.note("%s fails: %s", id, ((Ending.Failed) ending).errorType());
        }
        return ending;
    }

    private static boolean ofStateMachine(byte[] event) {
        return new String(event, StandardCharsets.UTF_8).contains("\"waitSeconds\":");
    }

    private Ending invoke(RequestStreamHandler handler, byte[] event) {
        try {
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            handler.handleRequest(
                    new ByteArrayInputStream(event), output, new InvocationContext(id, role.arn(), this::left));
            return new Ending.Returned(
                    output.toByteArray(), JsonReader.read(output.toByteArray()).fields());
        } catch (Stopped stopped) {
            return stopped.ending();
        } catch (UndeliveredResponseException e) {
            Secrecy.check(world, e);
            undelivered();
            return new Ending.Failed(e.getClass().getName(), e.getMessage());
        } catch (MalformedInvocationException e) {
            if (role != Lambda.Role.LAST_RESORT) {
                throw e;
            }
            // An event without the execution's input: nobody can answer, and the failure is all that can be told.
            Secrecy.check(world, e);
            return new Ending.Failed(e.getClass().getName(), e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("the function reads and writes memory only", e);
        }
    }

    /** It tries often enough, unless it is refused for good or its own end is near. */
    private void undelivered() {
        handling.undelivered(world.now());
        if (deeds.puts() < MANY_TRIES && !deeds.wasRefused() && left().compareTo(END_IS_NEAR) > 0) {
            world.breach(Clause.GIVES_UP_A_DELIVERY, id + " of " + handling.request() + " after " + deeds.puts());
        }
    }

    private Services services() {
        return new Services(
                Optional.empty(),
                world.service().adapter(new SimulatedImages(world, this)),
                new CloudFormationStacks(new SimulatedStacks(world, this)),
                world.stateMachine()
                        .filter(machine -> role == Lambda.Role.DELETION)
                        .map(machine -> (name, input) -> machine.start(this, name, input)),
                new SimulatedPut(world, this),
                host -> world.weather().strikes(Fault.NAMES_UNKNOWN, now()) ? Word.NO_WORD : Word.EXISTS,
                this,
                world.chance().split(),
                line -> Secrecy.check(world, Clause.TELLS_THE_URL_IN_A_LOG_LINE, line));
    }

    private Duration left() {
        return Duration.between(world.now(), end);
    }

    @Override
    public Instant now() {
        return world.now().plus(correction);
    }

    /** Whether the clock is right, to the five seconds that are not corrected. */
    boolean hasTheRightClock() {
        return told || world.cloudFormation().skew().isZero();
    }

    /** Whether AWS refuses the signature of a call that is made now, and tells the time with the refusal. */
    boolean isSignatureRefused() {
        Instant time = world.cloudFormation().time();
        boolean refused = Duration.between(now(), time).abs().compareTo(SIGNATURE_HOLDS) > 0;
        serviceSays(time);
        if (refused) {
            world.happened(Fault.SIGNATURE_REFUSED);
        }
        return refused;
    }

    /** Corrects as the function's own clock does. */
    @Override
    public void serviceSays(Instant serviceTime) {
        told = true;
        handling.clock(true);
        Duration off = Duration.between(world.now(), serviceTime);
        correction = off.abs().compareTo(TOLERANCE) > 0 ? off : Duration.ZERO;
    }

    @Override
    public void sleep(Duration duration) {
        step();
        if (duration.compareTo(left()) > 0) {
            world.breach(Clause.SLEEPS_BEYOND_ITS_END, id + " of " + handling.request() + " sleeps for " + duration);
        }
        if (troubled) {
            handling.lost(world.now(), world.now().plus(duration));
        }
        pause(duration);
    }

    /** A call takes this long. */
    void takes(Duration duration) {
        handling.lost(world.now(), world.now().plus(duration));
        pause(duration);
    }

    /** A call takes as long as calls do. */
    void takesUsual() {
        takes(
                world.strikes(Fault.SLOW)
                        ? world.chance().seconds(1, 9)
                        : world.latencies().call().draw(world.chance()));
    }

    private void pause(Duration duration) {
        if (duration.compareTo(left()) > 0) {
            world.agenda().sleep(left());
            world.happened(Fault.CUT_OFF);
            handling.cutOff();
            throw Stopped.cutOff();
        }
        world.agenda().sleep(duration);
    }

    /** Comes before and after each effect of a call: the moments at which a crash makes a difference. */
    void step() {
        if (++steps >= lastStep) {
            world.happened(Fault.CRASH);
            handling.hit(Fault.CRASH);
            handling.stopped(world.now());
            throw Stopped.crashed(handling.request().url());
        }
    }

    /** The wait that comes next is the outside world's fault, or it is not. */
    void troubled(boolean nowTroubled) {
        troubled = nowTroubled;
    }

    boolean strikes(Fault fault) {
        boolean strikes = world.strikes(fault);
        if (strikes) {
            handling.hit(fault);
        }
        return strikes;
    }

    Deeds deeds() {
        return deeds;
    }

    /** Whether it answers for a run that had decided SUCCESS. */
    boolean repeatsSuccess() {
        return after.map(Ending.Failed::isUndeliveredSuccess).orElse(false);
    }

    /** Whether it is there only since others have failed. */
    boolean answersForAFailure() {
        return role == Lambda.Role.LAST_RESORT || after.isPresent();
    }

    /** Whether there is a state machine that takes the request over, if it is asked to. */
    boolean couldHandOver() {
        return world.stateMachine().isPresent()
                && !answersForAFailure()
                && handling.hits(Fault.START_REFUSED) + handling.hits(Fault.START_REPLY_LOST) == 0;
    }

    /** What its last look showed. */
    Sight lastSight() {
        return deeds.lastLook().orElse(Sight.NOTHING);
    }

    Lambda.Role role() {
        return role;
    }

    Handling handling() {
        return handling;
    }

    Instant end() {
        return end;
    }

    @Override
    public String toString() {
        return id;
    }
}
