package io.github.streamingimage.localrun.progress;

import io.github.streamingimage.emulator.cloudformation.ReceivedResponse;
import io.github.streamingimage.emulator.cloudformation.StackEvent;
import io.github.streamingimage.emulator.cloudformation.Violation;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.emulator.service.StateChange;
import io.github.streamingimage.localrun.history.EmulatedService;
import io.github.streamingimage.localrun.history.ImageRequest;
import io.github.streamingimage.localrun.history.LogLine;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Prints what happens, one line each, with the time since the start, who did it, to what, and what it was; in the order of time,
 * for which each line is held back a little: what happened before it may be told after it. Looks that show the same again are left
 * out and counted, unless all are wanted. Safe for the threads of all emulators.
 */
public final class PlainLog implements RunDisplay {

    private static final Duration HELD_BACK = Duration.ofMillis(400);
    private static final String HEADING = "";

    private final PrintWriter out;
    private final InstantSource clock;
    private final Instant start;
    private final EmulatedService service;
    private final boolean isVerbose;
    private final List<LogEntry> heldBack = new ArrayList<>();
    private final Folding folding = new Folding();

    /** Times count from now. */
    public PlainLog(PrintWriter out, InstantSource clock, EmulatedService service, boolean isVerbose) {
        this.out = out;
        this.clock = clock;
        this.start = clock.instant();
        this.service = service;
        this.isVerbose = isVerbose;
    }

    @Override
    public void stateChanged(StateChange change) {
        String to = change.to().orElse("gone");
        add(
                change.at(),
                service.title(),
                change.imageId(),
                change.from().map(from -> from + " -> " + to).orElse(to));
    }

    @Override
    public void requestDecided(RequestEntry entry) {
        boolean asExpected = entry.fault().isEmpty() && entry.errorType().isEmpty();
        if (entry.operation().isEmpty()
                || asExpected && !ImageRequest.isDelete(entry.operation().get().name())) {
            return;
        }
        String answer = entry.status().map(String::valueOf).orElse("no response");
        add(
                entry.at(),
                service.title(),
                entry.imageId().orElse(""),
                "answered " + entry.operation().get() + " with " + answer
                        + entry.errorType().map(type -> " " + type).orElse(""));
    }

    @Override
    public void stackEvent(StackEvent event) {
        add(
                event.timestamp(),
                "CloudFormation",
                event.logicalId(),
                event.status() + (event.reason().isEmpty() ? "" : ": " + event.reason()));
    }

    @Override
    public void responseReceived(ReceivedResponse received) {
        received.response()
                .ifPresent(answer -> add(
                        received.at(),
                        "CloudFormation",
                        "",
                        "received " + answer.status() + " for " + answer.physicalId() + " (" + received.bytes()
                                + " bytes)" + (answer.reason().isEmpty() ? "" : ": " + answer.reason())));
    }

    @Override
    public void violated(Violation violation) {
        add(clock.instant(), "CloudFormation", "", "PROTOCOL VIOLATION: " + violation.description());
    }

    @Override
    public void functionEvent(FunctionEvent event) {
        if (event instanceof FunctionEvent.Logged logged) {
            add(LogLine.parse(logged.line())
                    .map(line -> LogEntry.of(line, event.at()))
                    .orElseGet(() -> LogEntry.of(event.at(), "function", "", logged.line())));
        } else if (event instanceof FunctionEvent.EnvironmentStarted started) {
            add(event.at(), "Lambda", "", "started a process for the function (pid " + started.pid() + ")");
        } else if (event instanceof FunctionEvent.StartFailed failed) {
            add(event.at(), "Lambda", "", "the function cannot start: " + failed.reason());
        } else if (event instanceof FunctionEvent.TimedOut timedOut) {
            add(
                    event.at(),
                    "Lambda",
                    "",
                    "killed an invocation after " + timedOut.timeout().toSeconds() + " s");
        } else if (event instanceof FunctionEvent.Exited exited
                && !exited.requestId().isEmpty()) {
            add(event.at(), "Lambda", "", "the function's process ended with " + exited.exitStatus());
        } else if (event instanceof FunctionEvent.Failed failed) {
            add(event.at(), "Lambda", "", "the invocation failed: " + failed.body());
        } else if (event instanceof FunctionEvent.Retrying retrying) {
            add(
                    event.at(),
                    "Lambda",
                    "",
                    "invokes again in " + retrying.delay().toMillis() + " ms, attempt " + retrying.attempt());
        } else if (event instanceof FunctionEvent.GivenUp givenUp) {
            add(event.at(), "Lambda", "", "gives up: " + givenUp.condition());
        }
    }

    @Override
    public void phase(String text) {
        add(clock.instant(), HEADING, "", text);
    }

    /** Prints what has been held back for long enough. */
    void print() {
        printUntil(clock.instant().minus(HELD_BACK));
    }

    /** Prints all that is held back. */
    void printAll() {
        printUntil(Instant.MAX);
    }

    private void add(Instant at, String who, String what, String text) {
        add(LogEntry.of(at, who, what, text));
    }

    private synchronized void add(LogEntry entry) {
        heldBack.add(entry);
    }

    private synchronized void printUntil(Instant end) {
        // Stable: what has the same time stays in the order in which it was told.
        heldBack.sort(Comparator.comparing(LogEntry::at));
        while (!heldBack.isEmpty() && !heldBack.get(0).at().isAfter(end)) {
            LogEntry entry = heldBack.remove(0);
            if (isVerbose) {
                print(entry);
            } else {
                Folding.Shown shown = folding.shown(entry);
                shown.before().ifPresent(this::print);
                shown.entry().ifPresent(this::print);
            }
        }
        out.flush();
    }

    private void print(LogEntry entry) {
        if (entry.who().equals(HEADING)) {
            out.printf("%n%s%n", entry.text());
            return;
        }
        double elapsed = Duration.between(start, entry.at()).toMillis() / 1000.0;
        out.printf(Locale.ROOT, "%8.3f s  %-14s  %-9s  %s%n", elapsed, entry.who(), entry.what(), entry.text());
    }
}
