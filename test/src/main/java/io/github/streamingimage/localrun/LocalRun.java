package io.github.streamingimage.localrun;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the local run. Exit status 0: every image is deleted; 1: one is not; 2: the command line is wrong. */
@Command(
        name = "local-run",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        description =
                "Creates a stack of streaming images and deletes it, on emulators of Nimble Studio, CloudFormation and"
                        + " Lambda, with the packaged function in AWS's own runtime client, and shows what happens.",
        footer = {
            "",
            "Exit status: 0 every image is deleted and CloudFormation heard SUCCESS for each; 1 not so; 2 wrong usage."
        })
public final class LocalRun implements Callable<Integer> {

    private static final int MOST_IMAGES = 500;
    private static final Duration LONGEST_DELETION = Duration.ofMinutes(10);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--images",
            paramLabel = "<number>",
            defaultValue = "3",
            description = "How many images the stack declares, 1 to 500 (default: ${DEFAULT-VALUE}).")
    private int images;

    @Option(
            names = "--deletion-time",
            paramLabel = "<seconds>",
            defaultValue = "4",
            description = "About how long each deletion takes, 0 to 600 (default: ${DEFAULT-VALUE}).")
    private int deletionSeconds;

    @Option(
            names = "--fault",
            paramLabel = "<fault>",
            converter = FaultConverter.class,
            completionCandidates = FaultNames.class,
            description = {"What goes wrong, one of:", "${COMPLETION-CANDIDATES}"})
    private NamedFault fault;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            defaultValue = "1",
            description = "Varies the deletion times; the same seed gives the same times (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new LocalRun()).setParameterExceptionHandler((exception, args) -> {
            PrintWriter err = exception.getCommandLine().getErr();
            err.println("local-run: " + exception.getMessage() + " (see --help)");
            err.flush();
            return CommandLine.ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() {
        requireRange("--images", images, 1, MOST_IMAGES);
        requireRange("--deletion-time", deletionSeconds, 0, (int) LONGEST_DELETION.toSeconds());
        Plan plan = new Plan(images, Duration.ofSeconds(deletionSeconds), Optional.ofNullable(fault), seed);
        return new Performance(plan, spec.commandLine().getOut()).run() ? 0 : 1;
    }

    private void requireRange(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Invalid value for option '" + option + "': " + value + " is not in " + least + " to " + most);
        }
    }

    /** The faults by the names that the command line uses. */
    static final class FaultConverter implements CommandLine.ITypeConverter<NamedFault> {
        @Override
        public NamedFault convert(String option) {
            try {
                return NamedFault.of(option);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException("'" + option + "' is none of "
                        + String.join(", ", NamedFault.options().toList()));
            }
        }
    }

    /** The faults with their descriptions, for the help. */
    static final class FaultNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return java.util.stream.Stream.of(NamedFault.values())
                    .map(fault -> "%n  " + fault.option() + ": " + fault.description())
                    .iterator();
        }
    }
}
