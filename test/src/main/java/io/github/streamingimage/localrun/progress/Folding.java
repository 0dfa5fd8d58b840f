package io.github.streamingimage.localrun.progress;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Leaves out what the function saw before and waits for again, image by image, and counts it. */
final class Folding {

    private final Map<String, Fold> folds = new HashMap<>();

    /** What to print instead of the entry: nothing, or the entry, after a line about what was left out, if any was. */
    Shown shown(LogEntry entry) {
        if (entry.line().isEmpty()) {
            return new Shown(Optional.empty(), Optional.of(entry));
        }
        Fold fold = folds.computeIfAbsent(entry.what(), what -> new Fold());
        if (entry.line().get().isObservation() && entry.text().equals(fold.seen)) {
            fold.repeats++;
            fold.repeating = true;
            return Shown.NOTHING;
        }
        if (entry.line().get().isWait() && fold.repeating) {
            return Shown.NOTHING;
        }
        return new Shown(fold.end(entry), Optional.of(entry));
    }

    /** @param before tells how much was left out before the entry */
    record Shown(Optional<LogEntry> before, Optional<LogEntry> entry) {
        static final Shown NOTHING = new Shown(Optional.empty(), Optional.empty());
    }

    /** What is left out about one image. */
    private static final class Fold {
        private String seen = "";
        private int repeats;
        private boolean repeating;

        Optional<LogEntry> end(LogEntry entry) {
            int times = repeats;
            repeats = 0;
            repeating = false;
            seen = entry.line().get().isObservation()
                    ? entry.text()
                    : entry.line().get().isWait() ? seen : "";
            return times == 0
                    ? Optional.empty()
                    : Optional.of(LogEntry.of(
                            entry.at(),
                            entry.who(),
                            entry.what(),
                            "looked " + times + " more " + (times == 1 ? "time" : "times") + ": the same"));
        }
    }
}
