package io.github.streamingimage.localrun;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say what to show. */
final class OutputOptions {

    @Option(
            names = "--report",
            paramLabel = "<file>",
            description =
                    "Writes a page to look at in a browser: a timeline of every image with its states, looks, faults"
                            + " and responses. It needs nothing but itself, no network and no script.")
    Path report;

    @Option(names = "--json", description = "Prints one JSON document at the end, described below, and nothing else.")
    boolean json;

    @Option(
            names = "--verbose",
            description =
                    "Prints the log, on a terminal too, with every look; otherwise looks that show the same again are"
                            + " only counted.")
    boolean verbose;

    @Option(
            names = "--emulator",
            description =
                    "Starts Nimble Studio and AppStream alone, with images, and prints what lets any AWS SDK find them:"
                            + " export AWS_ENDPOINT_URL_NIMBLE=http://127.0.0.1:..., AWS_ENDPOINT_URL_APPSTREAM and credentials."
                            + " Each request is logged to standard error. Ctrl-C stops it.")
    boolean emulator;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    private boolean help;

    /** @throws ParameterException when options do not go together, or the report cannot be written */
    void check(CommandLine commandLine, Plan plan, boolean hasService) {
        if (emulator && json) {
            throw new ParameterException(commandLine, "--json does not go with --emulator: there is no run to tell of");
        }
        if (emulator && hasService) {
            throw new ParameterException(commandLine, "--service does not go with --emulator: it starts all services");
        }
        if (emulator && plan.stateMachine().isPresent()) {
            throw new ParameterException(
                    commandLine, "--waiting does not go with --emulator: there is no function that waits");
        }
        if (emulator && report != null) {
            throw new ParameterException(
                    commandLine, "--report does not go with --emulator: there is no run to tell of");
        }
        if (verbose && (emulator || json)) {
            throw new ParameterException(
                    commandLine,
                    "--verbose does not go with "
                            + (json ? "--json: it prints nothing else" : "--emulator: it logs all"));
        }
        if (emulator && plan.fault().filter(fault -> !fault.isOfService()).isPresent()) {
            throw new ParameterException(
                    commandLine,
                    "--fault " + plan.fault().get().option()
                            + " does not go with --emulator: it needs the stack and the function");
        }
        if (report != null) {
            checkReport(commandLine);
        }
    }

    private void checkReport(CommandLine commandLine) {
        Path directory = report.toAbsolutePath().getParent();
        boolean isWritable = Files.exists(report)
                ? Files.isRegularFile(report) && Files.isWritable(report)
                : directory != null && Files.isDirectory(directory) && Files.isWritable(directory);
        if (!isWritable) {
            throw new ParameterException(
                    commandLine,
                    "Invalid value for option '--report': " + report + " is no file that can be written in a directory"
                            + " that exists");
        }
    }
}
