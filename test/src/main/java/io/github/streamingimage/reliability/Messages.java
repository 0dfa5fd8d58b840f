package io.github.streamingimage.reliability;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** What a command of this package says when it cannot do its work: one line, and no stack trace unless there is a bug. */
final class Messages {

    private Messages() {}

    /** Exit status 2 when the command line is wrong, 1 when files or programs are. */
    static CommandLine of(String name, CommandLine command) {
        return command.setParameterExceptionHandler((exception, args) -> {
                    say(exception.getCommandLine(), name + ": " + exception.getMessage() + " (see --help)");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((exception, line, parsed) -> {
                    if (!(exception instanceof IOException)) {
                        throw exception;
                    }
                    say(line, name + ": " + exception.getMessage());
                    return CommandLine.ExitCode.SOFTWARE;
                });
    }

    private static void say(CommandLine command, String message) {
        PrintWriter err = command.getErr();
        err.println(message);
        err.flush();
    }
}
