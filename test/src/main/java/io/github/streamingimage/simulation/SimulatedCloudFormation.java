package io.github.streamingimage.simulation;

import io.github.streamingimage.emulator.cloudformation.CloudFormationEngine;
import io.github.streamingimage.emulator.cloudformation.CloudFormationListener;
import io.github.streamingimage.emulator.cloudformation.Identifiers;
import io.github.streamingimage.emulator.cloudformation.RequestEnd;
import io.github.streamingimage.emulator.cloudformation.Scheduler;
import io.github.streamingimage.emulator.cloudformation.SentRequest;
import io.github.streamingimage.emulator.cloudformation.Stack;
import io.github.streamingimage.emulator.cloudformation.StackEvent;
import io.github.streamingimage.emulator.cloudformation.StackStatus;
import io.github.streamingimage.emulator.service.RateLimit;
import io.github.streamingimage.emulator.service.TokenBucket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** CloudFormation on the virtual clock: the emulator's engine, and what must be known of each of its requests. */
final class SimulatedCloudFormation implements CloudFormationListener, Identifiers {

    private static final URI ENDPOINT = URI.create("https://s3." + World.REGION + ".amazonaws.com");
    private static final Duration PROCESSING = Duration.ofMillis(200);

    /** By how much DescribeStacks and ListStackResources lag behind at most. */
    static final Duration LONGEST_LATENESS = Duration.ofSeconds(5);

    private static final int LARGEST_SKEW = 600;

    private final World world;
    private final Duration skew;
    private final boolean undated;
    private final CloudFormationEngine engine;
    private final Map<String, Stack> stacks = new HashMap<>();
    private Consumer<StackStatus> onStatus = status -> {};
    private final Map<String, Handling> requests = new LinkedHashMap<>();
    private Optional<TokenBucket> bucket = Optional.empty();

    SimulatedCloudFormation(World world) {
        this.world = world;
        skew = Duration.ofSeconds(
                world.strikes(Fault.CLOCK_SKEWED) ? world.chance().between(-LARGEST_SKEW, LARGEST_SKEW) : 0);
        undated = world.strikes(Fault.UNDATED);
        engine = new CloudFormationEngine(clock(), this, Lambda.Role.DELETION.arn(), ENDPOINT, PROCESSING, this);
    }

    /** CloudFormation's own clock, which need not be the function's. */
    private Scheduler clock() {
        return new Scheduler() {
            @Override
            public Instant instant() {
                return time();
            }

            @Override
            public void after(Duration delay, Runnable action) {
                world.agenda().after(delay, action);
            }
        };
    }

    /** How far AWS's clocks are ahead of the one that the function's environments wake up with. */
    Duration skew() {
        return skew;
    }

    /** The time of AWS's own clocks. */
    Instant time() {
        return world.now().plus(skew);
    }

    /** From now on the Query API takes no more calls than this. */
    void limit(RateLimit limit) {
        bucket = Optional.of(new TokenBucket(limit, world.now()));
    }

    /** Whether the Query API takes one more call now. */
    boolean takesCall() {
        return bucket.map(limited -> limited.take(world.now())).orElse(true);
    }

    /** By how much a read lags behind now. */
    Duration lateness() {
        return world.chance().of(0.3)
                ? LONGEST_LATENESS
                : world.chance().between(Duration.ofMillis(100), LONGEST_LATENESS);
    }

    /** Tells of each status that the stack gets from now on. */
    void onStatus(Consumer<StackStatus> listener) {
        onStatus = listener;
    }

    CloudFormationEngine engine() {
        return engine;
    }

    Stack add(String name, Optional<Stack> parent) {
        Stack stack = engine.addStack(name, parent);
        stacks.put(stack.id(), stack);
        return stack;
    }

    List<Handling> requests() {
        return List.copyOf(requests.values());
    }

    /** A response has arrived. */
    void receive(Handling handling, byte[] body) {
        engine.receive(URI.create(handling.request().url()).getRawPath(), body);
    }

    @Override
    public void requestSent(SentRequest sent) {
        Request request = Request.of(world, sent, stacks.get(sent.stackId()));
        Handling handling = new Handling(request);
        requests.put(request.id(), handling);
        world.note(
                "CloudFormation sends %s about %s, to be answered in %s",
                request, request.physicalResourceId(), request.timeout());
        world.agenda().at(request.deadline(), handling::deadlineReached);
        world.lambda().accept(Lambda.Role.DELETION, handling, sent.payload(), Optional.empty());
    }

    @Override
    public void requestEnded(SentRequest sent, RequestEnd end) {
        Handling handling = requests.get(sent.requestId());
        handling.close();
        switch (end) {
            case RESPONDED -> world.tally().count("answers in time", 1);
            case CANCELLED -> world.happened(Fault.CUT_SHORT);
            case TIMED_OUT -> {
                world.note("CloudFormation gives up %s", handling.request());
                Punctuality.check(world, handling);
            }
        }
    }

    @Override
    public void stackEvent(StackEvent event) {
        if (event.isAboutStack()) {
            world.note("%s is %s", event.stackName(), event.status());
            if (event.stackName().equals("stack")) {
                onStatus.accept(StackStatus.valueOf(event.status()));
            }
        }
    }

    @Override
    public String stackId() {
        return "51af3dc0-da77-11e4-872e-1234567db123";
    }

    @Override
    public String requestId() {
        return world.chance().uuid().toString();
    }

    @Override
    public String suffix() {
        return "1ABCDEFGHIJK";
    }

    @Override
    public String signature(String requestId) {
        return Request.SECRET + requestId;
    }

    @Override
    public boolean signsWithoutDate() {
        return undated;
    }
}
