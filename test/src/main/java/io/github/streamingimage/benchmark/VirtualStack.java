package io.github.streamingimage.benchmark;

import io.github.streamingimage.Services;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.emulator.nimblestudio.ImageScript;
import io.github.streamingimage.emulator.nimblestudio.NimbleStudioWire;
import io.github.streamingimage.emulator.nimblestudio.StreamingImages;
import io.github.streamingimage.emulator.service.ServiceListener;
import io.github.streamingimage.emulator.service.StateChange;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.nimble.NimbleStudio;
import io.github.streamingimage.simulation.Agenda;
import io.github.streamingimage.simulation.Strands;
import io.github.streamingimage.simulation.WireService;
import io.github.streamingimage.stack.CloudFormationStacks;
import io.github.streamingimage.stepfunctions.Executions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One stack deletion by the function's real code on a virtual clock, in a world in which nothing fails but what the rate limit
 * refuses: the emulator's model of Nimble Studio, and as much of Lambda, Step Functions and CloudFormation as that takes.
 */
final class VirtualStack {

    private static final ServiceResponse DELETING = new ServiceResponse(
            200,
            "",
            ("<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackStatus>DELETE_IN_PROGRESS</StackStatus>"
                            + "</member></Stacks></DescribeStacksResult></DescribeStacksResponse>")
                    .getBytes(StandardCharsets.UTF_8));

    private final Scenario scenario;
    private final Agenda agenda;
    private final SplittableRandom random;
    private final StreamingImages service;
    private final VirtualLambda lambda;
    private final WireService wire;
    private final Map<String, Instant> gone = new HashMap<>();
    private final Map<Integer, Instant> answered = new HashMap<>();
    private int failed;
    private int transitions;

    private VirtualStack(Scenario scenario, Strands strands) {
        this.scenario = scenario;
        agenda = new Agenda(strands);
        random = new SplittableRandom(scenario.seed());
        service = new StreamingImages(agenda, "us-west-2", "123456789012");
        wire = new WireService(new NimbleStudioWire(service));
        lambda = new VirtualLambda(agenda, () -> scenario.latencies().start().draw(random));
    }

    /** Lets the deletion happen from beginning to end. */
    static Deletions run(Scenario scenario) {
        try (Strands strands = new Strands()) {
            return new VirtualStack(scenario, strands).run();
        }
    }

    private Deletions run() {
        for (int image = 0; image < scenario.images(); image++) {
            DeleteRequest request = new DeleteRequest(image, scenario.stackOf(image), Agenda.START);
            service.add(
                    DeleteRequest.STUDIO, ImageScript.ready(request.imageId()).deletionTakes(scenario.deletion()));
            agenda.after(
                    scenario.latencies().queue().draw(random),
                    () -> lambda.invoke(services(request), request.event(), output -> {}));
        }
        scenario.limit().ifPresent(service::limit);
        service.addListener(new ServiceListener() {
            @Override
            public void stateChanged(StateChange change) {
                if (change.to().equals(Optional.of("DELETED"))) {
                    gone.put(change.imageId(), change.at());
                }
            }
        });
        agenda.run();
        service.advance();
        return Deletions.of(scenario, service.requests(), gone, answered, failed, lambda.billed(), transitions);
    }

    private Services services(DeleteRequest request) {
        return new Services(
                Optional.empty(),
                new NimbleStudio(made -> {
                    call();
                    return wire.call(made);
                }),
                new CloudFormationStacks(made -> described()),
                scenario.waiting() == Waiting.DURABLE
                        ? Optional.of((name, input) -> start(request, input))
                        : Optional.empty(),
                (url, body) -> answer(request, new String(body, StandardCharsets.UTF_8)),
                host -> Word.EXISTS,
                lambda,
                random.split(),
                line -> {});
    }

    private void call() {
        agenda.sleep(scenario.latencies().call().draw(random));
    }

    /** DescribeStacks of the stack, and of its parent. */
    private ServiceResponse described() {
        call();
        if (scenario.nested()) {
            call();
        }
        return DELETING;
    }

    private Executions.Start start(DeleteRequest request, String input) {
        call();
        await(request, input.getBytes(StandardCharsets.UTF_8));
        return new Executions.Start.HandedOver();
    }

    /** The states Wait, Look and Done of the deployed definition. */
    private void await(DeleteRequest request, byte[] data) {
        Duration wait = Duration.ofSeconds(VirtualLambda.waitSeconds(data));
        agenda.after(
                wait.plus(transition()),
                () -> lambda.invoke(services(request), data, output -> {
                    transitions += 2;
                    Duration after = transition().plus(transition());
                    if (VirtualLambda.isDone(output)) {
                        transitions++;
                    } else {
                        agenda.after(after, () -> await(request, output));
                    }
                }));
        transitions++;
    }

    private Duration transition() {
        return scenario.latencies().transition().draw(random);
    }

    private int answer(DeleteRequest request, String body) {
        call();
        if (!body.contains("\"Status\":\"SUCCESS\"")) {
            failed++;
        }
        answered.put(request.image(), agenda.instant());
        return 200;
    }
}
