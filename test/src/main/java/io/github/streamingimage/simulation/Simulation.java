package io.github.streamingimage.simulation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line of the simulation. Exit status 0: every invariant held; 1: one did not, or was excused more often than it may;
 * 2: the command line is wrong.
 */
@Command(
        name = "simulation",
        sortOptions = false,
        description =
                "Runs the function's real code through random schedules of CloudFormation, Lambda, Step Functions and"
                        + " Nimble Studio or AppStream on a virtual clock, with faults of every kind, and checks the project's promises in each.",
        footer = {
            "",
            "Exit status: 0 every invariant held; 1 one did not, or was excused more often than it may; 2 wrong usage."
        })
public final class Simulation implements Callable<Integer> {

    private static final int THREADS = 2;
    private static final int TOLD = 20;

    private final Schedules simulated;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--schedules",
            paramLabel = "<number>",
            defaultValue = "100000",
            description = "How many schedules to run, 1 or more (default: ${DEFAULT-VALUE}).")
    private long schedules;

    @Option(
            names = "--seed",
            paramLabel = "<number>",
            defaultValue = "1",
            description = "The first schedule's seed; the others' follow (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--replay",
            paramLabel = "<seed>",
            description = "Runs this schedule alone and tells what happens in it.")
    private Long replay;

    @Option(names = "--report", paramLabel = "<file>", description = "Writes the outcome to this file, as Markdown.")
    private Path report;

    @Option(names = "--help", usageHelp = true, description = "Shows this help.")
    private boolean help;

    private Simulation(Schedules simulated) {
        this.simulated = simulated;
    }

    public static void main(String[] args) {
        System.exit(commandLine(Schedules.ofTheFunction()).execute(args));
    }

    static CommandLine commandLine(Schedules simulated) {
        return new CommandLine(new Simulation(simulated)).setParameterExceptionHandler((exception, args) -> {
            PrintWriter err = exception.getCommandLine().getErr();
            err.println("simulation: " + exception.getMessage() + " (see --help)");
            err.flush();
            return CommandLine.ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() throws IOException {
        if (schedules < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--schedules': " + schedules + " is less than 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        Tally tally = replay == null ? run(out) : simulated.replay(replay, out::println);
        tally.breaches().stream().limit(TOLD).forEach(breach -> out.println("To see it: --replay " + breach.seed()));
        out.flush();
        return tally.holds() ? 0 : 1;
    }

    private Tally run(PrintWriter out) throws IOException {
        Tally tally = simulated.run(seed, schedules, THREADS);
        String text = new Report(tally, seed, schedules).toString();
        out.print(text);
        if (report != null) {
            Files.writeString(report, text);
        }
        return tally;
    }
}
