package io.github.streamingimage.customresource;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A property that nobody knows and that looks like a known one, which is not given. It is a suspicion only: unknown properties are
 * ignored, so that templates outlive versions.
 *
 * @param name as the template spells it
 * @param known the property that was probably meant
 */
public record Misspelling(String name, String known) {

    /** How many letters may be wrong, missing, too many or swapped with their neighbour; upper and lower case are the same. */
    private static final int MOST_EDITS = 2;

    /** The first misspelling of each known property. */
    public static List<Misspelling> among(Map<String, Object> properties, Collection<String> known) {
        return known.stream()
                .filter(name -> !properties.containsKey(name))
                .flatMap(name -> of(name, properties.keySet(), known).stream())
                .toList();
    }

    private static Optional<Misspelling> of(String known, Set<String> names, Collection<String> allKnown) {
        return names.stream()
                .filter(name -> !allKnown.contains(name) && isSimilar(name, known))
                .findFirst()
                .map(name -> new Misspelling(name, known));
    }

    /** A sentence for people. */
    public String told() {
        return "Property " + name + " is unknown; did you mean " + known + "?";
    }

    private static boolean isSimilar(String one, String other) {
        return Math.abs(one.length() - other.length()) <= MOST_EDITS
                && edits(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT)) <= MOST_EDITS;
    }

    /** The optimal string alignment distance. */
    private static int edits(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                int replaced = edits[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                edits[i][j] = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    edits[i][j] = Math.min(edits[i][j], 1 + edits[i - 2][j - 2]);
                }
            }
        }
        return edits[one.length()][other.length()];
    }
}
