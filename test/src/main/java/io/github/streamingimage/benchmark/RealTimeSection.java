package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.lambda.JavaRuntime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A stack of 60 images deleted in real time: the function with its real clients, over HTTP, against the emulators.
 *
 * @param runtimes what to run it on
 */
record RealTimeSection(List<JavaRuntime> runtimes) implements Section {

    @Override
    public String title() {
        return "Scale in real time";
    }

    @Override
    public Outcome run(Path directory) {
        List<Goal> goals = new ArrayList<>();
        Table table = new Table(
                "images",
                "floor (s)",
                "total (s)",
                "ratio",
                "not deleted",
                "FAILED",
                "answered calls",
                "throttled calls");
        for (JavaRuntime runtime : runtimes) {
            for (MeasuredService service : MeasuredService.values()) {
                RealTimeTrial trial = RealTimeTrial.measure(runtime, service);
                String name = RealTimeTrial.IMAGES + " of " + service.title() + ", Java " + runtime.feature();
                double floor = RealTimeTrial.floor(service);
                double ratio = trial.seconds() / floor;
                table.row(
                        name,
                        Samples.figure(floor),
                        Samples.figure(trial.seconds()),
                        Samples.figure(ratio),
                        trial.undeleted(),
                        trial.failed(),
                        trial.answered(),
                        trial.throttled());
                goals.add(new Goal(
                        name + ", in real time over HTTP: all deleted, in at most 1.25 times the floor",
                        Samples.figure(ratio) + ", " + trial.undeleted() + " not deleted",
                        trial.isDeleted() && ratio <= ScaleTrial.MOST));
            }
        }
        return new Outcome(goals, """
                The same limit (10 requests a second, burst 20), deletions of 5 s; one process, a thread for each image, waiting inline, with the real
                clients over HTTP against the emulators of the service and of CloudFormation. The total goes from the request to delete the
                stack to DELETE_COMPLETE. The floor of AppStream has a fourth call for each image: the function looks once
                more right before it deletes, since that service knows images by their names only.

                %s""".formatted(table));
    }
}
