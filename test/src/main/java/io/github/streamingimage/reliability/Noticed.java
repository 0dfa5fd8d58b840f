package io.github.streamingimage.reliability;

import java.util.List;

/**
 * What came of a deliberate breakage.
 *
 * @param tests the tests that failed, when it was noticed
 */
record Noticed(Breakage breakage, Verdict verdict, List<String> tests) {

    /** The only good one is {@link #NOTICED}. */
    enum Verdict {
        NOTICED("noticed"),
        SURVIVED("SURVIVED: the test still passes"),
        DID_NOT_RUN("THE TEST DID NOT RUN"),
        DOES_NOT_APPLY("THE PATCH DOES NOT APPLY any more"),
        DOES_NOT_BUILD("DOES NOT BUILD, so no test has seen it"),
        TOOK_TOO_LONG("TOOK TOO LONG");

        private final String description;

        Verdict(String description) {
            this.description = description;
        }
    }

    Noticed {
        tests = List.copyOf(tests);
    }

    boolean isNoticed() {
        return verdict == Verdict.NOTICED;
    }

    /** In one line, for people. */
    @Override
    public String toString() {
        return breakage.name() + ": " + verdict.description
                + (tests.isEmpty() ? "" : " by " + String.join(", ", tests));
    }

    /** The outcomes as a table of Markdown. */
    static String table(List<Noticed> outcomes) {
        StringBuilder table = new StringBuilder("| breakage | what catches it |\n| --- | --- |\n");
        outcomes.forEach(outcome -> table.append("| ")
                .append(outcome.breakage.breaks())
                .append(" | ")
                .append(
                        outcome.isNoticed()
                                ? "`" + String.join("`, `", outcome.tests) + "`"
                                : "**" + outcome.verdict.description + "**")
                .append(" |\n"));
        return table.toString();
    }
}
