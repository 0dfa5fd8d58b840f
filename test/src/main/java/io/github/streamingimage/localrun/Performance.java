package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.EmulatedRegion;
import io.github.streamingimage.emulator.cloudformation.CloudFormation;
import io.github.streamingimage.emulator.cloudformation.OtherResource;
import io.github.streamingimage.emulator.cloudformation.StackStatus;
import io.github.streamingimage.emulator.cloudformation.StackTemplate;
import io.github.streamingimage.emulator.lambda.AsynchronousInvocation;
import io.github.streamingimage.emulator.lambda.FunctionConfiguration;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.lambda.LambdaFunction;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Carries out a plan: creates the stack, deletes it, and tells what became of every image. */
final class Performance {

    private static final String STACK = "images";
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(900);
    private static final int MOST_PROCESSES = 10;
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_OPERATION = Duration.ofMinutes(30);

    private final Plan plan;
    private final PrintWriter out;
    private final CrashingTimeline timeline;

    Performance(Plan plan, PrintWriter out) {
        this.plan = plan;
        this.out = out;
        this.timeline = new CrashingTimeline(out, Instant.now());
    }

    /** Runs the plan. @return whether every image is deleted and every answer was SUCCESS */
    boolean run() {
        try (EmulatedRegion region = EmulatedRegion.start(configuration(), timeline)) {
            CloudFormation cloudFormation = region.cloudFormation();
            plan.addImages(region.images());
            boolean survived = !isFault(NamedFault.ROLLBACK) || imagesSurviveARollback(region);
            timeline.heading("Creating stack " + STACK + ": each of " + plan.images() + " images is adopted");
            StackStatus created =
                    cloudFormation.createStack(STACK, plan.template()).await(LONGEST_OPERATION);
            if (created == StackStatus.CREATE_COMPLETE) {
                plan.prepareDeletion(region.images());
                if (isFault(NamedFault.SERVICE_RETIRED)) {
                    region.retireNimbleStudio();
                }
                timeline.heading("Deleting stack " + STACK);
                if (isFault(NamedFault.CRASH)) {
                    timeline.arm(region.function());
                }
                cloudFormation.deleteStack(STACK).await(LONGEST_OPERATION);
            }
            Summary summary = Summary.of(plan, region);
            summary.print(out);
            return survived
                    && summary.everyImageIsDeleted()
                    && cloudFormation.violations().isEmpty();
        }
    }

    private boolean keptTheSecret(EmulatedRegion region) {
        boolean kept = region.leaks().isEmpty();
        if (!kept) {
            timeline.heading("The query of a ResponseURL LEFT the function");
        }
        return kept;
    }

    private boolean imagesSurviveARollback(EmulatedRegion region) {
        timeline.heading("Creating stack " + STACK + " with a resource that fails, so that it is rolled back");
        StackTemplate failing = plan.template()
                .with(
                        "Broken",
                        OtherResource.failing(
                                plan.template().resources().keySet().toArray(new String[0])));
        region.cloudFormation().createStack(STACK, failing).await(LONGEST_OPERATION);
        boolean survived = plan.imageIds().stream()
                .allMatch(id -> region.images().state(Plan.STUDIO, id).equals(Optional.of("READY")));
        timeline.heading(survived ? "All images survived the rollback" : "NOT all images survived the rollback");
        region.cloudFormation().deleteStack(STACK).await(LONGEST_OPERATION);
        return survived;
    }

    /** A deletion that never ends is given up soon; any other may take its time, on a slow machine too. */
    private FunctionConfiguration configuration() {
        Duration timeout = isFault(NamedFault.NEVER_DELETES)
                ? plan.deletionTime().plusSeconds(30)
                : plan.deletionTime().multipliedBy(2).plusMinutes(2);
        return EmulatedRegion.functionConfiguration()
                .withTimeout(timeout.compareTo(LONGEST_TIMEOUT) < 0 ? timeout : LONGEST_TIMEOUT)
                .withReservedConcurrency(Math.min(plan.images(), MOST_PROCESSES))
                .withAsynchronous(AsynchronousInvocation.retryingAfter(RETRY_DELAY));
    }

    private boolean isFault(NamedFault fault) {
        return plan.fault().equals(Optional.of(fault));
    }

    /** The timeline, and while armed, the killing of the process that waits, once for each image. */
    private static final class CrashingTimeline extends Timeline {
        private final Set<String> crashed = ConcurrentHashMap.newKeySet();
        private volatile LambdaFunction target;

        private CrashingTimeline(PrintWriter out, Instant start) {
            super(out, start);
        }

        void arm(LambdaFunction function) {
            target = function;
        }

        @Override
        public void functionEvent(FunctionEvent event) {
            super.functionEvent(event);
            if (target != null && event instanceof FunctionEvent.Logged logged) {
                LogLine.parse(logged.line())
                        .filter(line -> line.isWaitOfDelete() && crashed.add(line.logicalId()))
                        .ifPresent(line -> target.kill(line.awsRequestId()));
            }
        }
    }
}
