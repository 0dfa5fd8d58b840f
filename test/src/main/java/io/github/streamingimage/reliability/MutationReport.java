package io.github.streamingimage.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * What PIT's XML report tells, with what is known of the mutants that survived.
 *
 * @param all how many mutants there were
 * @param survivors in the order of their names; those of one method and mutator are one
 */
record MutationReport(int all, List<Survivor> survivors) {

    /**
     * Mutants that no test killed.
     *
     * @param method its class, without the package, and its name
     * @param mutator PIT's class, without the package
     * @param lines one for each mutant
     * @param explanation why no test kills them; empty when nobody has said so
     */
    record Survivor(String method, String mutator, List<Integer> lines, String explanation) {
        Survivor {
            lines = List.copyOf(lines);
        }

        boolean isExplained() {
            return !explanation.isEmpty();
        }
    }

    MutationReport {
        survivors = List.copyOf(survivors);
    }

    /**
     * @param mutations PIT's {@code mutations.xml}
     * @param explanations a line for each method and mutator: both, with a space between them, and the explanation
     */
    static MutationReport read(Path mutations, Path explanations) throws IOException {
        Map<String, String> explained = new HashMap<>();
        for (String line : Files.readAllLines(explanations)) {
            String[] words = line.split(" ", 3);
            if (words.length != 3) {
                throw new IOException(explanations + " has a line without a mutant and its explanation: " + line);
            }
            explained.put(words[0] + " " + words[1], words[2]);
        }
        List<Element> mutants = XmlElements.of(mutations, "mutation");
        Map<String, List<Integer>> survived = new TreeMap<>();
        for (Element mutant : mutants) {
            if (!mutant.getAttribute("detected").equals("true")) {
                String name = lastWord(XmlElements.text(mutant, "mutatedClass")) + "."
                        + XmlElements.text(mutant, "mutatedMethod") + " "
                        + lastWord(XmlElements.text(mutant, "mutator"));
                survived.computeIfAbsent(name, unused -> new ArrayList<>())
                        .add(Integer.valueOf(XmlElements.text(mutant, "lineNumber")));
            }
        }
        return new MutationReport(
                mutants.size(),
                survived.entrySet().stream()
                        .map(entry -> survivor(entry.getKey(), entry.getValue(), explained))
                        .toList());
    }

    private static Survivor survivor(String name, List<Integer> lines, Map<String, String> explained) {
        String[] words = name.split(" ");
        return new Survivor(words[0], words[1], lines.stream().sorted().toList(), explained.getOrDefault(name, ""));
    }

    private static String lastWord(String qualified) {
        return qualified.substring(qualified.lastIndexOf('.') + 1);
    }

    int killed() {
        return all - survivors.stream().mapToInt(each -> each.lines().size()).sum();
    }

    List<Survivor> unexplained() {
        return survivors.stream().filter(each -> !each.isExplained()).toList();
    }

    /** The survivors as a table of Markdown. */
    String table() {
        return "| mutant | lines | why no test kills it |\n| --- | --- | --- |\n"
                + survivors.stream()
                        .map(each -> "| `%s` %s | %s | %s |%n"
                                .formatted(
                                        each.method(),
                                        each.mutator(),
                                        each.lines().stream()
                                                .map(String::valueOf)
                                                .collect(Collectors.joining(", ")),
                                        each.isExplained() ? each.explanation() : "**not explained**"))
                        .collect(Collectors.joining());
    }
}
