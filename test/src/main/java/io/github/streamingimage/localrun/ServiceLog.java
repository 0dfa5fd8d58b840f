package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.emulator.service.ServiceListener;
import io.github.streamingimage.emulator.service.ServiceOperation;
import io.github.streamingimage.emulator.service.StateChange;
import io.github.streamingimage.localrun.history.EmulatedService;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Logs each request to a service, and each transition of an image, as one line with the time of day. */
record ServiceLog(EmulatedService service, PrintWriter log) implements ServiceListener {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    @Override
    public void requestDecided(RequestEntry entry) {
        String operation = entry.operation().map(ServiceOperation::name).orElse("(no operation of images)");
        String answer = entry.status().map(String::valueOf).orElse("no response");
        print(
                entry.at(),
                operation + about(entry.scope()) + about(entry.imageId()) + ": " + answer
                        + entry.errorType().map(type -> " " + type).orElse("")
                        + entry.stateAfterwards().map(state -> ", " + state).orElse("")
                        + entry.fault().map(fault -> " (scripted)").orElse(""));
    }

    @Override
    public void stateChanged(StateChange change) {
        print(
                change.at(),
                change.imageId() + ": "
                        + change.from().map(from -> from + " -> ").orElse("")
                        + change.to().orElse("gone"));
    }

    private static String about(Optional<String> id) {
        return id.map(known -> " " + known).orElse("");
    }

    /** The ids in a request are the client's: a line stays one line, whatever they are. */
    private void print(Instant at, String text) {
        log.println(
                TIME.format(at) + "  %-13s  ".formatted(service.title()) + text.replaceAll("[\\p{Cc}\\p{Cf}]", "?"));
        log.flush();
    }
}
