package io.github.streamingimage.reliability;

import io.github.streamingimage.simulation.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The command line that gathers the evidence and writes the report on reliability. Exit status 0: all is well; 1: something is
 * not, which the report tells when it could be written; 2: the command line is wrong.
 */
@Command(
        name = "reliability",
        sortOptions = false,
        description =
                "Runs mutation testing, fuzzing, the kills of real processes, the deliberate breakages and the simulation, and"
                        + " writes reliability.md.",
        footer = {"", "Exit status: 0 all is well; 1 something is not; 2 wrong usage."})
public final class Reliability implements Callable<Integer> {

    /** How long new inputs are made up for each reader. */
    static final Duration FUZZING = Duration.ofSeconds(20);

    private static final Duration LIMIT = Duration.ofHours(2);
    private static final Duration BREAKAGE_LIMIT = Duration.ofMinutes(5);
    private static final String FUZZ_TEST = "ReadersFuzzTest";
    private static final Pattern FUZZED = Pattern.compile("(?m)^Done (\\d+) runs");

    private final Path repository;
    private final Path work;
    private final List<String> simulation;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--report",
            paramLabel = "<file>",
            defaultValue = "test/reports/reliability.md",
            description = "Where the report goes (default: ${DEFAULT-VALUE}).")
    private Path report;

    @Option(
            names = "--schedules",
            paramLabel = "<number>",
            defaultValue = "100000",
            description = "How many schedules to simulate (default: ${DEFAULT-VALUE}).")
    private long schedules;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            defaultValue = "1",
            description = "The first schedule's seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    private Reliability(Path repository, List<String> simulation) {
        this.repository = repository;
        this.simulation = simulation;
        work = repository.resolve("test/target/reliability");
    }

    public static void main(String[] args) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> simulation =
                List.of(java, "-cp", System.getProperty("java.class.path"), Simulation.class.getName());
        System.exit(commandLine(Path.of(""), simulation).execute(args));
    }

    /** @param simulation the words that run the simulation, without its options */
    static CommandLine commandLine(Path repository, List<String> simulation) {
        return Messages.of("reliability", new CommandLine(new Reliability(repository.toAbsolutePath(), simulation)));
    }

    @Override
    public Integer call() throws IOException {
        Path simulated = work.resolve("simulation.md");
        boolean clean = simulate(simulated);
        MutationReport mutation = mutation();
        // While the reports of the tests of the readers are those of the build.
        TestReport readers = TestReport.in(List.of(repository.resolve("lambda/target/surefire-reports")))
                .of(FUZZ_TEST);
        long fuzzed = 0;
        for (String method : readers.methods()) {
            fuzzed += fuzz(method);
        }
        String kills = kills();
        say("deliberate breakages");
        List<Noticed> breakages =
                Breakages.run(repository, Breakage.in(Breakages.directory(repository)), BREAKAGE_LIMIT, out());
        Evidence evidence = new Evidence(
                kills,
                Long.parseLong(read("lambda/target/hostile-invocations.txt")),
                fuzzed,
                // The first input of each is the empty one, which is not kept anywhere.
                readers.cases().size() - readers.methods().size(),
                mutation,
                breakages,
                Files.readString(simulated),
                clean);
        Files.writeString(report, evidence.markdown());
        say("wrote " + report);
        PrintWriter err = spec.commandLine().getErr();
        evidence.problems().forEach(problem -> err.println("reliability: " + problem));
        err.flush();
        return evidence.problems().isEmpty() ? 0 : 1;
    }

    private MutationReport mutation() throws IOException {
        say("mutation testing");
        maven("mutation.log", Map.of(), "-pl", "lambda", "-Pmutation", "verify");
        return MutationReport.read(
                repository.resolve("lambda/target/pit-reports/mutations.xml"),
                repository.resolve("test/surviving-mutants.txt"));
    }

    /** @return how many inputs were made up */
    private long fuzz(String method) throws IOException {
        say("fuzzing: " + method);
        Path log = maven(
                "fuzzing.log",
                Map.of("JAZZER_FUZZ", "1", "JAZZER_MAX_DURATION", FUZZING.toSeconds() + "s"),
                "-pl",
                "lambda",
                "surefire:test@fuzz",
                "-Dtest=" + FUZZ_TEST + "#" + method);
        MatchResult done = FUZZED.matcher(Files.readString(log))
                .results()
                .findFirst()
                .orElseThrow(() -> new IOException("fuzzing does not say how many inputs it made up: see " + log));
        return Long.parseLong(done.group(1));
    }

    private String kills() throws IOException {
        say("kills of real processes");
        maven(
                "kills.log",
                Map.of(),
                "-pl",
                "lambda,infra,test",
                "verify",
                "-Dtest=NoUnitTest",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dit.test=KillsIT",
                "-Dfailsafe.failIfNoSpecifiedTests=false");
        return read("test/target/kills-survived.txt");
    }

    /** @return whether every invariant held */
    private boolean simulate(Path into) throws IOException {
        say("simulation");
        List<String> words = new ArrayList<>(simulation);
        words.addAll(List.of(
                "--schedules", String.valueOf(schedules), "--seed", String.valueOf(seed), "--report", into.toString()));
        Path log = work.resolve("simulation.log");
        int status =
                new ExternalCommand(repository, words, Map.of()).run(log, LIMIT).orElse(-1);
        if (status != 0 && status != 1) {
            throw new IOException("the simulation failed: see " + log);
        }
        return status == 0;
    }

    private Path maven(String logName, Map<String, String> environment, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of("./mvnw", "-B"));
        words.addAll(List.of(arguments));
        Path log = work.resolve(logName);
        say("  how far it is stands in " + repository.relativize(log));
        if (new ExternalCommand(repository, words, environment).run(log, LIMIT).orElse(-1) != 0) {
            throw new IOException(String.join(" ", words) + " failed: see " + log);
        }
        return log;
    }

    private String read(String file) throws IOException {
        return Files.readString(repository.resolve(file)).strip();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void say(String line) {
        out().println(line);
        out().flush();
    }
}
