package io.github.streamingimage.simulation;

import io.github.streamingimage.deletion.ImageId;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.emulator.nimblestudio.Call;
import io.github.streamingimage.nimble.StreamingImages;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Nimble Studio as one invocation meets it: the emulator's model, and what goes wrong on the way there and back. */
final class SimulatedImages implements StreamingImages {

    private static final Duration HANG = Duration.ofSeconds(10);

    /** What keeps a call from taking effect, with what the function's adapter makes of it. */
    private static final Map<Fault, Kind> BEFORE = new java.util.EnumMap<>(Map.of(
            Fault.NAMES_UNKNOWN, Kind.UNAVAILABLE,
            Fault.ENDPOINT_MISSING, Kind.ENDPOINT_MISSING,
            Fault.CONNECTION_LOST, Kind.UNAVAILABLE,
            Fault.THROTTLED, Kind.THROTTLED,
            Fault.SERVER_ERROR, Kind.UNAVAILABLE,
            Fault.REJECTED, Kind.REJECTED,
            Fault.DENIED, Kind.ACCESS_DENIED));

    private final World world;
    private final Run run;

    SimulatedImages(World world, Run run) {
        this.world = world;
        this.run = run;
    }

    @Override
    public Observation observe(ImageId image) {
        Observation seen = call(new Call.Get(image.studioId(), image.streamingImageId()), known -> known);
        run.deeds().looked(seen);
        run.handling().looked();
        return seen;
    }

    @Override
    public Observation delete(ImageId image, String clientToken) {
        Deletions.check(world, run, image, clientToken);
        return call(
                new Call.Delete(image.studioId(), image.streamingImageId(), Optional.of(clientToken)),
                Observation.DeleteAccepted::new);
    }

    private Observation call(Call call, Function<Observation.Image, Observation> answered) {
        run.troubled(false);
        run.step();
        run.takesUsual();
        for (Map.Entry<Fault, Kind> fault : BEFORE.entrySet()) {
            if (run.strikes(fault.getKey())) {
                return new Problem(fault.getValue(), fault.getKey().description());
            }
        }
        Observation answer = Sight.of(world.images().handle(call).outcome().orElseThrow(), answered);
        if (answer instanceof Problem problem && problem.kind() == Kind.ACCESS_DENIED) {
            run.handling().hit(Fault.DENIED);
        }
        world.note("%s calls %s and sees %s", run, call, answer);
        run.step();
        if (run.strikes(Fault.REPLY_LOST)) {
            if (world.chance().of(0.3)) {
                run.takes(HANG);
            }
            return new Problem(Kind.UNAVAILABLE, Fault.REPLY_LOST.description());
        }
        return answer;
    }
}
