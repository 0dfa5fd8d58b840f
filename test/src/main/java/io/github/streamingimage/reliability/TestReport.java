package io.github.streamingimage.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * What Surefire's XML reports tell of tests that have run.
 *
 * @param cases every test, also each input of one that has several
 */
record TestReport(List<Case> cases) {

    /** A test that has run, and whether it failed. */
    record Case(String className, String name, boolean failed) {

        /** The name without what tells one input from another. */
        String method() {
            return name.replaceFirst("[(\\[{].*", "");
        }

        String simpleClassName() {
            return className.substring(className.lastIndexOf('.') + 1);
        }
    }

    TestReport {
        cases = List.copyOf(cases);
    }

    /** Reads all reports in the directories; one that is not there holds none. */
    static TestReport in(List<Path> directories) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Path directory : directories) {
            for (Path file : reports(directory)) {
                for (Element element : XmlElements.of(file, "testcase")) {
                    if (!XmlElements.has(element, "skipped")) {
                        cases.add(new Case(
                                element.getAttribute("classname"),
                                element.getAttribute("name"),
                                XmlElements.has(element, "failure") || XmlElements.has(element, "error")));
                    }
                }
            }
        }
        return new TestReport(cases);
    }

    private static List<Path> reports(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    /** The methods that have run, each once. */
    List<String> methods() {
        return cases.stream().map(Case::method).distinct().toList();
    }

    /** The tests that failed, as {@code Class.method}, each once. */
    List<String> failed() {
        return cases.stream()
                .filter(Case::failed)
                .map(each -> each.simpleClassName() + "." + each.method())
                .distinct()
                .toList();
    }

    /** That of one class alone. */
    TestReport of(String simpleClassName) {
        return new TestReport(cases.stream()
                .filter(each -> each.simpleClassName().equals(simpleClassName))
                .toList());
    }

    boolean ran(String simpleClassName) {
        return !of(simpleClassName).cases.isEmpty();
    }
}
