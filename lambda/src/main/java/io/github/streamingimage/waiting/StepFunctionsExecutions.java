package io.github.streamingimage.waiting;

import io.github.streamingimage.aws.ClientSettings;
import io.github.streamingimage.aws.SdkFailure;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;

/** Executions through the SDK's client, which is built when it is first needed, and kept. */
public final class StepFunctionsExecutions implements Executions {

    private final String stateMachineArn;
    private final Supplier<SfnClient> builder;
    private SfnClient client;

    public StepFunctionsExecutions(String stateMachineArn) {
        this(stateMachineArn, () -> ClientSettings.build(SfnClient.builder()));
    }

    StepFunctionsExecutions(String stateMachineArn, Supplier<SfnClient> builder) {
        this.stateMachineArn = stateMachineArn;
        this.builder = builder;
    }

    @Override
    public Start start(String name, String input) {
        StartExecutionRequest request = StartExecutionRequest.builder()
                .stateMachineArn(stateMachineArn)
                .name(name)
                .input(input)
                .build();
        try {
            client().startExecution(request);
            return new Start.HandedOver();
        } catch (ExecutionAlreadyExistsException e) {
            return new Start.HandedOver();
        } catch (SdkException e) {
            return new Start.NotStarted(SdkFailure.describe("StartExecution", e));
        }
    }

    private synchronized SfnClient client() {
        if (client == null) {
            client = builder.get();
        }
        return client;
    }
}
