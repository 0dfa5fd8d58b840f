package io.github.streamingimage.localrun;

import io.github.streamingimage.localrun.history.Run;
import io.github.streamingimage.localrun.progress.Animation;
import io.github.streamingimage.localrun.progress.Board;
import io.github.streamingimage.localrun.progress.PlainLog;
import io.github.streamingimage.localrun.progress.RunDisplay;
import io.github.streamingimage.localrun.progress.SummaryTable;
import io.github.streamingimage.localrun.progress.Terminal;
import io.github.streamingimage.localrun.report.RunJson;
import io.github.streamingimage.localrun.report.RunPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of the local run. Exit status 0: every image is deleted; 1: one is not; 2: the command line is wrong. */
@Command(
        name = "local-run",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        usageHelpAutoWidth = true,
        customSynopsis = {
            "test/local-run [what to run] [--json] [--report=<file>]",
            "       test/local-run --emulator [what to run]"
        },
        description = {
            "",
            "Creates a stack of streaming images and deletes it, on emulators of Nimble Studio or AppStream,"
                    + " CloudFormation and Lambda, with the packaged function in AWS's own runtime client where that can"
                    + " run, and shows what happens: live on a terminal (in colour unless NO_COLOR is set), as a log when"
                    + " piped."
        },
        footer = {
            "",
            "@|bold The document of --json|@",
            "  {version, startedAt, tookMillis, exitStatus, verdict, problems [], processes,",
            "   parameters {service, images, deletionSeconds, fault, waiting, seed},",
            "   stack [{status, fromMillis, untilMillis}],",
            "   images [{id, logicalId, finalState, deleted, looks, setbacks,",
            "     states [{state, fromMillis, untilMillis}],",
            "     requests [{atMillis, operation, status, errorType, fault,",
            "       stateAfterwards}],",
            "     responses [{atMillis, requestType, status, reason, outcome, bytes,",
            "       tookMillis}],",
            "     interruptions [{atMillis, cause}]}]}",
            "  Times count from startedAt; what there is not is null. A look is a",
            "  GetStreamingImage or DescribeImages, a setback whatever the function has",
            "  to ride out.",
            "",
            "@|bold Examples|@",
            "  test/local-run --images 12 --fault crash --report run.html",
            "  test/local-run --service appstream",
            "  test/local-run --json | jq '.images[] | {id, finalState, looks}'",
            "  test/local-run --emulator --images 5 --fault throttling",
            "",
            "@|bold Exit status|@",
            "  0  PASS: every image is gone, and CloudFormation heard SUCCESS for each,",
            "     but not before; or the emulator was stopped",
            "  1  FAIL: not so",
            "  2  the command line is wrong, or --waiting durable lacks something"
        })
public final class LocalRun implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ArgGroup(validate = false, order = 1, heading = "%n@|bold What to run|@%n")
    private PlanOptions planned = new PlanOptions();

    @ArgGroup(validate = false, order = 2, heading = "%n@|bold What to show|@%n")
    private OutputOptions output = new OutputOptions();

    private final Optional<Terminal> terminal;

    LocalRun(Optional<Terminal> terminal) {
        this.terminal = terminal;
    }

    public static void main(String[] args) {
        Optional<Terminal> terminal = Terminal.of(System.getProperty(Terminal.PROPERTY), System.getenv());
        System.exit(commandLine(terminal).execute(args));
    }

    static CommandLine commandLine(Optional<Terminal> terminal) {
        CommandLine commandLine = new CommandLine(new LocalRun(terminal));
        FaultList.addTo(commandLine);
        return commandLine.setParameterExceptionHandler((exception, args) -> {
            PrintWriter err = exception.getCommandLine().getErr();
            err.println("local-run: " + exception.getMessage() + suggestion(exception) + " (see --help)");
            err.flush();
            return CommandLine.ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Plan plan = planned.plan(spec.commandLine());
        output.check(spec.commandLine(), plan, planned.hasService());
        if (output.emulator) {
            new ServicesAlone(plan, out(), spec.commandLine().getErr()).serve();
        }
        Run run = perform(plan);
        if (output.json) {
            out().println(RunJson.of(run));
        } else if (run.startFailure().isPresent()) {
            out().println(run.verdict());
        } else {
            new SummaryTable(run).print(out(), terminal);
        }
        if (output.report != null) {
            write(output.report, RunPage.of(run));
        }
        return run.endedWell() ? 0 : 1;
    }

    private Run perform(Plan plan) {
        if (output.json) {
            return new Performance(plan, RunDisplay.NONE).run();
        }
        if (terminal.isEmpty() || output.verbose) {
            PlainLog log = new PlainLog(out(), InstantSource.system(), plan.service(), output.verbose);
            return perform(plan, log, Animation.of(log));
        }
        Board board = new Board(terminal.get(), out(), InstantSource.system(), plan.logicalIds());
        return perform(plan, board, Animation.of(board));
    }

    private static Run perform(Plan plan, RunDisplay progress, Animation animation) {
        try (animation) {
            return new Performance(plan, progress).run();
        }
    }

    private void write(Path report, String page) throws IOException {
        Files.writeString(report, page);
        if (!output.json) {
            out().println();
            out().println("Report: " + report.toAbsolutePath().normalize().toUri());
            out().flush();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static String suggestion(ParameterException exception) {
        return exception instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getSuggestions().isEmpty()
                ? "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?"
                : "";
    }
}
