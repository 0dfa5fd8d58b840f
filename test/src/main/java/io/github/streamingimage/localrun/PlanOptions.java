package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.Deployment;
import io.github.streamingimage.emulator.stepfunctions.StepFunctions;
import io.github.streamingimage.localrun.history.EmulatedService;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what to run. */
final class PlanOptions {

    private static final int MOST_IMAGES = 500;
    private static final int MOST_EXECUTIONS = 20;
    private static final Duration LONGEST_DELETION = Duration.ofMinutes(10);

    @Option(
            names = "--service",
            paramLabel = "<service>",
            converter = ServiceConverter.class,
            completionCandidates = ServiceNames.class,
            description = "The service that has the images: ${COMPLETION-CANDIDATES} (default: nimble-studio).")
    private EmulatedService service;

    @Option(
            names = "--images",
            paramLabel = "<number>",
            defaultValue = "3",
            description = "How many images there are, 1 to 500 (default: ${DEFAULT-VALUE}).")
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
            description = "What goes wrong, beside what always does: one of the faults listed below.")
    private NamedFault fault;

    @Option(
            names = "--waiting",
            paramLabel = "<how>",
            converter = WaitingConverter.class,
            defaultValue = "inline",
            description = "How the function waits: inline or durable (default: ${DEFAULT-VALUE}). Durable: on the"
                    + " deployed state machine, in an independent interpreter; needs Node.js 20 or newer.")
    private WaitingOption waiting;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            defaultValue = "1",
            description = "Varies the deletion times; the same seed gives the same times (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** The plan. @throws ParameterException when an option is out of its range */
    Plan plan(CommandLine commandLine) {
        requireRange(commandLine, "--images", images, 1, MOST_IMAGES);
        requireRange(commandLine, "--deletion-time", deletionSeconds, 0, (int) LONGEST_DELETION.toSeconds());
        EmulatedService known = Optional.ofNullable(service).orElse(EmulatedService.NIMBLE_STUDIO);
        if (fault != null && !fault.goesWith(known)) {
            throw new ParameterException(
                    commandLine,
                    "--fault " + fault.option() + " does not go with --service " + known.option()
                            + ": that service lives");
        }
        return new Plan(
                known,
                images,
                Duration.ofSeconds(deletionSeconds),
                Optional.ofNullable(fault),
                seed,
                stateMachine(commandLine));
    }

    private Optional<StepFunctions.StateMachine> stateMachine(CommandLine commandLine) {
        if (waiting == WaitingOption.INLINE) {
            return Optional.empty();
        }
        if (images > MOST_EXECUTIONS) {
            throw new ParameterException(
                    commandLine,
                    "--waiting durable does not go with more than " + MOST_EXECUTIONS
                            + " images: each takes a process of Node.js");
        }
        Interpreter interpreter = Interpreter.installed();
        interpreter.missing().ifPresent(missing -> {
            throw new ParameterException(commandLine, "--waiting durable needs " + missing);
        });
        return Optional.of(Deployment.stateMachine(interpreter.modules()));
    }

    /** Whether the command line chooses a service. */
    boolean hasService() {
        return service != null;
    }

    private static void requireRange(CommandLine commandLine, String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    commandLine,
                    "Invalid value for option '" + option + "': " + value + " is not in " + least + " to " + most);
        }
    }

    /** The services by the names that the command line uses. */
    static final class ServiceConverter implements CommandLine.ITypeConverter<EmulatedService> {
        @Override
        public EmulatedService convert(String option) {
            return Stream.of(EmulatedService.values())
                    .filter(service -> service.option().equals(option))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "'" + option + "' is none of " + String.join(", ", new ServiceNames())));
        }
    }

    /** The services, for the help and the completion of command lines. */
    static final class ServiceNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.of(EmulatedService.values())
                    .map(EmulatedService::option)
                    .iterator();
        }
    }

    /** The ways to wait by the names that the command line uses. */
    static final class WaitingConverter implements CommandLine.ITypeConverter<WaitingOption> {
        @Override
        public WaitingOption convert(String option) {
            return Stream.of(WaitingOption.values())
                    .filter(mode -> mode.toString().equals(option))
                    .findFirst()
                    .orElseThrow(() ->
                            new CommandLine.TypeConversionException("'" + option + "' is neither inline nor durable"));
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

    /** The faults, for the completion of command lines. */
    static final class FaultNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return NamedFault.options().iterator();
        }
    }
}
