package io.github.streamingimage.localrun.progress;

import io.github.streamingimage.localrun.history.LogLine;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened, as a log tells it.
 *
 * @param who did it
 * @param what it was done to; empty when that is nothing in particular
 * @param line the line of the function's log that it was, if it was one
 */
record LogEntry(Instant at, String who, String what, String text, Optional<LogLine> line) {

    static LogEntry of(Instant at, String who, String what, String text) {
        return new LogEntry(at, who, what, text, Optional.empty());
    }

    /** A line of the function's log, at the time at which the function wrote it: it is read later, but not earlier. */
    static LogEntry of(LogLine line, Instant read) {
        Instant at = line.at().filter(written -> written.isBefore(read)).orElse(read);
        return new LogEntry(at, "function", line.logicalId(), line.told(), Optional.of(line));
    }
}
