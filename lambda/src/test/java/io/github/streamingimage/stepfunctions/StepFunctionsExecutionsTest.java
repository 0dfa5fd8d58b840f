package io.github.streamingimage.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.stepfunctions.Executions.Start;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;

class StepFunctionsExecutionsTest {

    private static final String ARN = "arn:aws:states:us-west-2:123456789012:stateMachine:waiting";

    private final AwsApi service = mock(AwsApi.class);
    private final Executions executions = new StepFunctionsExecutions(service, ARN);

    @Test
    void startsAnExecutionOfTheStateMachine() throws IOException {
        responds(200, "{\"executionArn\":\"arn\",\"startDate\":1.7E9}");
        assertThat(executions.start("name", "{\"a\":1}")).isEqualTo(new Start.HandedOver());
        ArgumentCaptor<ServiceRequest> sent = ArgumentCaptor.forClass(ServiceRequest.class);
        verify(service).call(sent.capture());
        assertThat(sent.getValue().headers()).containsEntry("X-Amz-Target", "AWSStepFunctions.StartExecution");
        assertThat(JsonReader.read(sent.getValue().body().getBytes(StandardCharsets.UTF_8))
                        .fields())
                .isEqualTo(Map.of("stateMachineArn", ARN, "name", "name", "input", "{\"a\":1}"));
    }

    @Test
    void takesAnExecutionThatExistsForHandedOver() throws IOException {
        responds(400, "{\"__type\":\"com.amazonaws.swf.service.v2.model#ExecutionAlreadyExists\"}");
        assertThat(executions.start("name", "{}")).isEqualTo(new Start.HandedOver());
    }

    @ParameterizedTest
    @CsvSource({
        "400, StateMachineDoesNotExist, StartExecution: StateMachineDoesNotExist (HTTP 400): why",
        "400, ThrottlingException, StartExecution: ThrottlingException (HTTP 400): why",
        "500, , StartExecution: error (HTTP 500): why"
    })
    void tellsWhyNothingWasStarted(int status, String type, String description) throws IOException {
        responds(status, "{\"__type\":\"" + (type == null ? "" : type) + "\",\"message\":\"why\"}");
        assertThat(executions.start("name", "{}")).isEqualTo(new Start.NotStarted(description));
    }

    @Test
    void tellsThatTheServiceCannotBeReached() throws IOException {
        when(service.call(any())).thenThrow(new ConnectException("refused"));
        assertThat(executions.start("name", "{}"))
                .isEqualTo(new Start.NotStarted("StartExecution: ConnectException: refused"));
    }

    private void responds(int status, String body) throws IOException {
        when(service.call(any())).thenReturn(new ServiceResponse(status, "", body.getBytes(StandardCharsets.UTF_8)));
    }
}
