package io.github.streamingimage.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** CloudFormation as custom resources see it: sends requests, and waits for the first answer to each until its ServiceTimeout. */
final class CloudFormation {

    private final World world;
    private final List<Handling> requests = new ArrayList<>();
    private final Map<String, Consumer<Optional<Answer>>> waiting = new HashMap<>();

    /** An answer as it was received. */
    record Answer(boolean isSuccess, String physicalResourceId) {}

    CloudFormation(World world) {
        this.world = world;
    }

    List<Handling> requests() {
        return requests;
    }

    /** @param then gets the answer, or nothing when there was none in time */
    Handling send(Request.Type type, Stack stack, Resource resource, Consumer<Optional<Answer>> then) {
        Request request = new Request(
                type,
                world.chance().uuid().toString(),
                stack,
                resource.logicalId(),
                resource.physicalResourceId(),
                resource.wanted(),
                resource.timeout(),
                world.now(),
                stack.isRollingBack());
        Handling handling = new Handling(request);
        requests.add(handling);
        waiting.put(request.id(), then);
        world.note(
                "CloudFormation sends %s about %s, to be answered in %s",
                request, request.physicalResourceId(), request.timeout());
        world.agenda().at(request.deadline(), handling::deadlineReached);
        world.agenda().at(request.due(), () -> giveUp(handling));
        world.lambda().accept(Lambda.Role.DELETION, handling, request.json(), Optional.empty());
        return handling;
    }

    /** The answer has arrived; only the first counts, and only in time. */
    void receive(Handling handling, Answer answer) {
        if (handling.isOpen()) {
            world.tally().count("answers in time", 1);
            handling.close();
            Consumer<Optional<Answer>> then = waiting.remove(handling.request().id());
            world.agenda().after(Duration.ofMillis(200), () -> then.accept(Optional.of(answer)));
        }
    }

    private void giveUp(Handling handling) {
        if (handling.isOpen()) {
            world.note("CloudFormation gives up %s", handling.request());
            handling.close();
            Punctuality.check(world, handling);
            waiting.remove(handling.request().id()).accept(Optional.empty());
        }
    }

    /** The operation has failed elsewhere: the answer does not matter any more. */
    void cutShort(Handling handling) {
        if (handling.isOpen()) {
            world.happened(Fault.CUT_SHORT);
            handling.close();
            waiting.remove(handling.request().id());
        }
    }
}
