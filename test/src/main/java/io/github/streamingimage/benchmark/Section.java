package io.github.streamingimage.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A part of the report on performance, measured when it is run. */
public interface Section {

    String title();

    /**
     * Measures.
     *
     * @param directory where the report will be, for plots beside it
     */
    Outcome run(Path directory) throws IOException;

    /**
     * What was measured.
     *
     * @param goals for the table at the beginning of the report; may be empty
     * @param markdown the section's text without its title, ending with a line break
     */
    record Outcome(List<Goal> goals, String markdown) {
        public Outcome {
            goals = List.copyOf(goals);
        }
    }

    /** What is to be reached, what was measured instead, and whether that is enough. */
    record Goal(String goal, String measured, boolean met) {}
}
