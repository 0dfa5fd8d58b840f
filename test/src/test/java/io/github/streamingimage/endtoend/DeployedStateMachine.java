package io.github.streamingimage.endtoend;

import io.github.streamingimage.emulator.Deployment;
import io.github.streamingimage.emulator.stepfunctions.StepFunctions;
import java.nio.file.Path;

/** The state machine as it is deployed, for the interpreter that the build of {@code infra} installed. */
final class DeployedStateMachine {

    private DeployedStateMachine() {}

    static StepFunctions.StateMachine read() {
        return Deployment.stateMachine(
                Path.of("..", "infra", "target", "npm", "node_modules").toAbsolutePath());
    }
}
