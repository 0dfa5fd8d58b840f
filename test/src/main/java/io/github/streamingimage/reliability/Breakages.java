package io.github.streamingimage.reliability;

import io.github.streamingimage.reliability.Noticed.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command line that applies deliberate breakages, one by one, to a copy of the repository and runs the test that has to notice
 * each. Exit status 0: every one was noticed; 1: one was not, or could not be tried; 2: the command line is wrong.
 */
@Command(
        name = "breakages",
        sortOptions = false,
        description =
                "Applies each patch of test/breakages.d to a copy of this repository and runs the test that its header names, which"
                        + " has to fail.",
        footer = {"", "Exit status: 0 every breakage was noticed; 1 one was not, or could not be tried; 2 wrong usage."
        })
public final class Breakages implements Callable<Integer> {

    /** Compiling everything once, and running every test that is named. */
    private static final Duration UNBROKEN_LIMIT = Duration.ofMinutes(20);

    private final Path repository;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "<name>",
            arity = "0..*",
            description = "The breakages to try, by the names of their patches (default: all).")
    private List<String> names = List.of();

    @Option(
            names = "--limit",
            paramLabel = "<seconds>",
            defaultValue = "300",
            description = "What each build may take with its test (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    private Breakages(Path repository) {
        this.repository = repository;
    }

    public static void main(String[] args) {
        System.exit(commandLine(Path.of("")).execute(args));
    }

    static CommandLine commandLine(Path repository) {
        return Messages.of("breakages", new CommandLine(new Breakages(repository.toAbsolutePath())));
    }

    @Override
    public Integer call() throws IOException {
        List<Breakage> chosen = Breakage.in(directory(repository));
        for (String name : names) {
            if (chosen.stream().noneMatch(breakage -> breakage.name().equals(name))) {
                throw new ParameterException(spec.commandLine(), "there is no breakage '" + name + "'");
            }
        }
        if (!names.isEmpty()) {
            chosen = chosen.stream()
                    .filter(breakage -> names.contains(breakage.name()))
                    .toList();
        }
        PrintWriter out = spec.commandLine().getOut();
        List<Noticed> outcomes = run(repository, chosen, Duration.ofSeconds(limit), out);
        long noticed = outcomes.stream().filter(Noticed::isNoticed).count();
        out.println(noticed + " of " + outcomes.size() + " breakages were noticed");
        out.flush();
        return noticed == outcomes.size() ? 0 : 1;
    }

    static Path directory(Path repository) {
        return repository.resolve("test/breakages.d");
    }

    /**
     * Tries each, after all their tests have passed without any.
     *
     * @param limit of each build with its test
     * @param out is told each outcome
     */
    static List<Noticed> run(Path repository, List<Breakage> breakages, Duration limit, PrintWriter out)
            throws IOException {
        if (breakages.isEmpty()) {
            throw new IOException("there are no breakages in " + directory(repository));
        }
        Path log = repository.resolve("test/target/breakages.log");
        List<Noticed> outcomes = new ArrayList<>();
        try (WorkTreeCopy copy = WorkTreeCopy.of(repository, log)) {
            say(out, "the tests of " + breakages.size() + " breakages, before anything is broken");
            passUnbroken(copy, breakages, log);
            for (Breakage breakage : breakages) {
                outcomes.add(attempt(copy, breakage, limit));
                say(
                        out,
                        "%d of %d, %s".formatted(outcomes.size(), breakages.size(), outcomes.get(outcomes.size() - 1)));
            }
        }
        return outcomes;
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }

    /** A test that fails anyway would seem to notice everything. */
    private static void passUnbroken(WorkTreeCopy copy, List<Breakage> breakages, Path log) throws IOException {
        Map<List<String>, Set<String>> tests = new LinkedHashMap<>();
        breakages.forEach(breakage -> tests.computeIfAbsent(breakage.modules(), none -> new LinkedHashSet<>())
                .add(breakage.test()));
        for (Map.Entry<List<String>, Set<String>> each : tests.entrySet()) {
            passUnbroken(copy, each.getKey(), each.getValue(), log);
        }
    }

    private static void passUnbroken(WorkTreeCopy copy, List<String> modules, Set<String> tests, Path log)
            throws IOException {
        OptionalInt status = copy.test(modules, List.copyOf(tests), UNBROKEN_LIMIT);
        if (status.orElse(-1) != 0) {
            throw new IOException("the copy does not build before anything is broken: see " + log);
        }
        TestReport report = copy.report(modules);
        if (!report.failed().isEmpty()) {
            throw new IOException("these tests fail before anything is broken: " + report.failed());
        }
        List<String> missing = tests.stream().filter(test -> !report.ran(test)).toList();
        if (!missing.isEmpty()) {
            throw new IOException("there are no tests " + missing);
        }
    }

    private static Noticed attempt(WorkTreeCopy copy, Breakage breakage, Duration limit) throws IOException {
        if (!copy.apply(breakage.patch())) {
            return new Noticed(breakage, Verdict.DOES_NOT_APPLY, List.of());
        }
        try {
            OptionalInt status = copy.test(breakage.modules(), List.of(breakage.test()), limit);
            if (status.isEmpty()) {
                return new Noticed(breakage, Verdict.TOOK_TOO_LONG, List.of());
            }
            if (status.getAsInt() != 0) {
                return new Noticed(breakage, Verdict.DOES_NOT_BUILD, List.of());
            }
            TestReport report = copy.report(breakage.modules());
            if (!report.ran(breakage.test())) {
                return new Noticed(breakage, Verdict.DID_NOT_RUN, List.of());
            }
            List<String> failed = report.failed();
            return new Noticed(breakage, failed.isEmpty() ? Verdict.SURVIVED : Verdict.NOTICED, failed);
        } finally {
            copy.takeBack(breakage.patch());
        }
    }
}
