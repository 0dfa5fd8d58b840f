package io.github.streamingimage.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.streamingimage.waiting.Executions.Start;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;

class StepFunctionsExecutionsTest {

    private static final String ARN = "arn:aws:states:us-west-2:123456789012:stateMachine:waiting";

    private final SfnClient client = mock(SfnClient.class);
    private final Executions executions = new StepFunctionsExecutions(ARN, () -> client);

    @Test
    void startsAnExecutionOfTheStateMachine() {
        when(client.startExecution(any(StartExecutionRequest.class)))
                .thenReturn(StartExecutionResponse.builder().build());
        assertThat(executions.start("name", "{}")).isEqualTo(new Start.HandedOver());
        verify(client)
                .startExecution(StartExecutionRequest.builder()
                        .stateMachineArn(ARN)
                        .name("name")
                        .input("{}")
                        .build());
    }

    @Test
    void takesAnExecutionThatExistsForHandedOver() {
        when(client.startExecution(any(StartExecutionRequest.class)))
                .thenThrow(ExecutionAlreadyExistsException.builder().build());
        assertThat(executions.start("name", "{}")).isEqualTo(new Start.HandedOver());
    }

    static Stream<RuntimeException> failures() {
        return Stream.of(
                StateMachineDoesNotExistException.builder().statusCode(400).build(),
                SfnException.builder().statusCode(500).build(),
                SdkClientException.create("unable"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void tellsThatNothingWasStarted(RuntimeException failure) {
        when(client.startExecution(any(StartExecutionRequest.class))).thenThrow(failure);
        assertThat(executions.start("name", "{}")).isInstanceOf(Start.NotStarted.class);
    }
}
