package io.github.streamingimage.emulator.cloudformation;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * CloudFormation without HTTP and threads: the operations on stacks, their statuses, requests, responses and clean-ups, on a clock
 * of the driver's. The emulator drives it in real time, the simulation in virtual time; each lets one thing happen at a time.
 *
 * <p>An operation begins with its stack in the status that announces it, and tells at the end the one that it ends in.
 */
public final class CloudFormationEngine {

    private final KnownStacks stacks;
    private final CustomResourceProvider custom;
    private final StackEvents events;
    private final StackCreation creation;
    private final StackUpdate update;
    private final StackDeletion deletion;

    /**
     * An engine without stacks.
     *
     * @param serviceToken the ARN of the function behind the custom resources; stacks live in its region and account
     * @param endpoint where ResponseURLs begin
     * @param processing how long it takes until a response that has arrived takes effect
     * @param listener is told of everything, and brings requests to the function
     */
    public CloudFormationEngine(
            Scheduler scheduler,
            Identifiers identifiers,
            String serviceToken,
            URI endpoint,
            Duration processing,
            CloudFormationListener listener) {
        FunctionArn arn = FunctionArn.parse(serviceToken);
        stacks = new KnownStacks(arn, scheduler, identifiers);
        custom = new CustomResourceProvider(scheduler, identifiers, endpoint, arn, processing, listener);
        events = new StackEvents(scheduler, listener);
        ResourceSteps steps = new ResourceSteps(
                events, custom, new OtherResourceProvider(identifiers), new NestedStackProvider(this, identifiers));
        deletion = new StackDeletion(steps, events);
        creation = new StackCreation(steps, events, deletion);
        update = new StackUpdate(steps, events);
    }

    /**
     * Adds a stack, on its way to being created.
     *
     * @throws IllegalStateException when there is one of that name
     */
    public Stack addStack(String name, Optional<Stack> parent) {
        return stacks.add(name, parent);
    }

    /** CreateStack. */
    public void create(
            Stack stack,
            StackTemplate template,
            OnFailure onFailure,
            Cancellation cancellation,
            Consumer<StackStatus> then) {
        creation.run(stack, template, onFailure, cancellation, then);
    }

    /** UpdateStack. */
    public void update(Stack stack, StackTemplate template, Cancellation cancellation, Consumer<StackStatus> then) {
        update.run(stack, template, cancellation, then);
    }

    /** ContinueUpdateRollback of a stack that was in UPDATE_ROLLBACK_FAILED. */
    public void continueRollback(Stack stack, Consumer<StackStatus> then) {
        update.continueRollback(stack, then);
    }

    /** DeleteStack. */
    public void delete(Stack stack, Consumer<StackStatus> then) {
        deletion.run(stack, then);
    }

    /** Changes the status of a stack by whatever the engine does not model. */
    public void become(Stack stack, StackStatus status) {
        events.become(stack, status, "");
    }

    /**
     * Takes what was put to a ResponseURL that was given out.
     *
     * @param path of the URL
     */
    public void receive(String path, byte[] body) {
        PendingRequest pending = custom.find(path).orElseThrow(() -> new IllegalArgumentException("no such request"));
        custom.receive(pending, body, 200);
    }

    KnownStacks stacks() {
        return stacks;
    }

    CustomResourceProvider customResources() {
        return custom;
    }
}
