package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.EmulatedRegion;
import io.github.streamingimage.emulator.cloudformation.CloudFormation;
import io.github.streamingimage.emulator.cloudformation.OtherResource;
import io.github.streamingimage.emulator.cloudformation.StackStatus;
import io.github.streamingimage.emulator.cloudformation.StackTemplate;
import io.github.streamingimage.emulator.lambda.AsynchronousInvocation;
import io.github.streamingimage.emulator.lambda.FunctionConfiguration;
import io.github.streamingimage.localrun.history.Recorder;
import io.github.streamingimage.localrun.history.Run;
import io.github.streamingimage.localrun.progress.RunDisplay;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Carries out a plan, once: creates the stack, deletes it, and tells what happened to every image. */
final class Performance {

    private static final String STACK = "images";
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(900);
    private static final int MOST_PROCESSES = 10;
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private final Plan plan;
    private final RunDisplay progress;
    private final Recorder recorder;
    private final Killer killer = new Killer();
    private final StartWatch startWatch = new StartWatch();

    Performance(Plan plan, RunDisplay progress) {
        this.plan = plan;
        this.progress = progress;
        this.recorder = new Recorder(Instant.now(), plan.logicalIds());
    }

    Run run() {
        Audience audience = new Audience(recorder, progress, killer, startWatch);
        EmulatedRegion region = plan.start(configuration(), audience);
        try (region) {
            perform(region);
            audience.end();
        }
        startWatch.failure().ifPresent(recorder::cannotStart);
        // Only a closed region has heard all that the function said.
        if (!region.leaks().isEmpty()) {
            recorder.mishap("The query of a ResponseURL left the function");
        }
        return recorder.run(plan.parameters(), Instant.now());
    }

    private void perform(EmulatedRegion region) {
        progress.phase(
                "The function runs in " + region.function().runtimeClient().told()
                        + (plan.stateMachine().isPresent()
                                ? "; it waits on the deployed state machine, in the interpreter aws-local-stepfunctions"
                                : ""));
        PlannedImages images = plan.images(region);
        plan.addTo(images);
        if (isFault(NamedFault.ROLLBACK) && !rollBack(region, images)) {
            return;
        }
        progress.phase("Creating stack " + STACK + ": each of " + plan.images() + " images is adopted");
        Optional<StackStatus> created = startWatch.await(region.cloudFormation().createStack(STACK, plan.template()));
        if (created.equals(Optional.of(StackStatus.CREATE_COMPLETE))) {
            delete(region, images);
        }
    }

    private void delete(EmulatedRegion region, PlannedImages images) {
        plan.prepareDeletion(images);
        if (isFault(NamedFault.SERVICE_RETIRED)) {
            region.retireNimbleStudio();
        }
        progress.phase("Deleting stack " + STACK
                + (isFault(NamedFault.SERVICE_RETIRED)
                        ? " of a service that is gone: the function takes a little over a minute to be sure of that"
                        : ""));
        if (isFault(NamedFault.CRASH)) {
            killer.arm(region.function());
        }
        startWatch.await(region.cloudFormation().deleteStack(STACK));
    }

    /** Whether the run can go on. */
    private boolean rollBack(EmulatedRegion region, PlannedImages images) {
        progress.phase("Creating stack " + STACK + " with a resource that fails, so that it is rolled back");
        StackTemplate failing = plan.template()
                .with(
                        "Broken",
                        OtherResource.failing(
                                plan.template().resources().keySet().toArray(new String[0])));
        CloudFormation cloudFormation = region.cloudFormation();
        if (startWatch.await(cloudFormation.createStack(STACK, failing)).isEmpty()) {
            return false;
        }
        boolean survived = plan.imageIds().stream().allMatch(images::isUnharmed);
        progress.phase(survived ? "All images survived the rollback" : "NOT all images survived the rollback");
        if (!survived) {
            recorder.mishap("Not all images survived the rollback");
        }
        return startWatch.await(cloudFormation.deleteStack(STACK)).isPresent();
    }

    private FunctionConfiguration configuration() {
        Duration timeout = plan.deletionTime().multipliedBy(2).plusMinutes(2);
        return plan.function()
                .withTimeout(timeout.compareTo(LONGEST_TIMEOUT) < 0 ? timeout : LONGEST_TIMEOUT)
                .withReservedConcurrency(Math.min(plan.images(), MOST_PROCESSES))
                .withAsynchronous(AsynchronousInvocation.retryingAfter(RETRY_DELAY));
    }

    private boolean isFault(NamedFault fault) {
        return plan.fault().equals(Optional.of(fault));
    }
}
