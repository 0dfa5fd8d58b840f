package io.github.streamingimage.endtoend;

import io.github.streamingimage.emulator.stepfunctions.StepFunctions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The state machine as it is deployed: its own definition, for the interpreter that the build of {@code infra} installed. */
final class DeployedStateMachine {

    private static final Path INFRA = Path.of("..", "infra");
    private static final Path DEFINITION =
            INFRA.resolve("src/main/resources/io/github/streamingimage/infra/waiting.asl.json");
    private static final String ARN = "arn:aws:states:us-west-2:123456789012:stateMachine:waiting";

    private DeployedStateMachine() {}

    static StepFunctions.StateMachine read() {
        try {
            String definition = Files.readString(DEFINITION).replace("${Partition}", "aws");
            return new StepFunctions.StateMachine(
                    ARN, definition, INFRA.resolve("target/npm/node_modules").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
