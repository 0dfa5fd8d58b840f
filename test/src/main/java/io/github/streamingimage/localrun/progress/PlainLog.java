package io.github.streamingimage.localrun.progress;

import io.github.streamingimage.emulator.cloudformation.ReceivedResponse;
import io.github.streamingimage.emulator.cloudformation.StackEvent;
import io.github.streamingimage.emulator.cloudformation.Violation;
import io.github.streamingimage.emulator.lambda.FunctionEvent;
import io.github.streamingimage.emulator.service.RequestEntry;
import io.github.streamingimage.emulator.service.StateChange;
import io.github.streamingimage.localrun.history.LogLine;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Prints what happens, as it happens: one line each, with the time since the start, who did it, to what, and what it was. */
public final class PlainLog implements Progress {

    private final PrintWriter out;
    private final Instant start;

    /** Times count from {@code start}. */
    public PlainLog(PrintWriter out, Instant start) {
        this.out = out;
        this.start = start;
    }

    @Override
    public void stateChanged(StateChange change) {
        String to = change.to().orElse("gone (404)");
        print(
                change.at(),
                "Nimble Studio",
                change.imageId(),
                change.from().map(from -> from + " -> " + to).orElse(to));
    }

    @Override
    public void requestDecided(RequestEntry entry) {
        boolean asExpected = entry.fault().isEmpty() && entry.errorType().isEmpty();
        if (entry.operation().isEmpty()
                || asExpected && !entry.operation().get().name().equals("DELETE")) {
            return;
        }
        String answer = entry.status().map(String::valueOf).orElse("no answer");
        print(
                entry.at(),
                "Nimble Studio",
                entry.imageId().orElse(""),
                "answered " + entry.operation().get() + " with " + answer
                        + entry.errorType().map(type -> " " + type).orElse(""));
    }

    @Override
    public void stackEvent(StackEvent event) {
        print(
                event.timestamp(),
                "CloudFormation",
                event.logicalId(),
                event.status() + (event.reason().isEmpty() ? "" : ": " + event.reason()));
    }

    @Override
    public void responseReceived(ReceivedResponse received) {
        received.response()
                .ifPresent(answer -> print(
                        received.at(),
                        "CloudFormation",
                        "",
                        "received " + answer.status() + " for " + answer.physicalId() + " (" + received.bytes()
                                + " bytes)" + (answer.reason().isEmpty() ? "" : ": " + answer.reason())));
    }

    @Override
    public void violated(Violation violation) {
        print(Instant.now(), "CloudFormation", "", "PROTOCOL VIOLATION: " + violation.description());
    }

    @Override
    public void functionEvent(FunctionEvent event) {
        if (event instanceof FunctionEvent.Logged logged) {
            Optional<LogLine> line = LogLine.parse(logged.line());
            print(
                    event.at(),
                    "function",
                    line.map(LogLine::logicalId).orElse(""),
                    line.map(LogLine::told).orElse(logged.line()));
        } else if (event instanceof FunctionEvent.EnvironmentStarted started) {
            print(event.at(), "Lambda", "", "started a process for the function (pid " + started.pid() + ")");
        } else if (event instanceof FunctionEvent.TimedOut timedOut) {
            print(
                    event.at(),
                    "Lambda",
                    "",
                    "killed an invocation after " + timedOut.timeout().toSeconds() + " s");
        } else if (event instanceof FunctionEvent.Exited exited
                && !exited.requestId().isEmpty()) {
            print(event.at(), "Lambda", "", "the function's process ended with " + exited.exitStatus());
        } else if (event instanceof FunctionEvent.Failed failed) {
            print(event.at(), "Lambda", "", "the invocation failed: " + failed.body());
        } else if (event instanceof FunctionEvent.Retrying retrying) {
            print(
                    event.at(),
                    "Lambda",
                    "",
                    "invokes again in " + retrying.delay().toMillis() + " ms, attempt " + retrying.attempt());
        } else if (event instanceof FunctionEvent.GivenUp givenUp) {
            print(event.at(), "Lambda", "", "gives up: " + givenUp.condition());
        }
    }

    @Override
    public void phase(String text) {
        synchronized (out) {
            out.println();
            out.println(text);
            out.flush();
        }
    }

    private void print(Instant at, String who, String what, String text) {
        double elapsed = Duration.between(start, at).toMillis() / 1000.0;
        synchronized (out) {
            out.printf(Locale.ROOT, "%8.3f s  %-14s  %-9s  %s%n", elapsed, who, what, text);
            out.flush();
        }
    }
}
