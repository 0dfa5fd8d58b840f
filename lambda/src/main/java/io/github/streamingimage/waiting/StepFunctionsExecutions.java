package io.github.streamingimage.waiting;

import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.aws.ServiceAnswer;
import io.github.streamingimage.aws.ServiceError;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.json.JsonWriter;
import java.io.IOException;
import java.util.Map;

/** Executions through StartExecution of Step Functions (awsJson1_0). */
public final class StepFunctionsExecutions implements Executions {

    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/x-amz-json-1.0", "X-Amz-Target", "AWSStepFunctions.StartExecution");

    private final AwsService service;
    private final String stateMachineArn;

    public StepFunctionsExecutions(AwsService service, String stateMachineArn) {
        this.service = service;
        this.stateMachineArn = stateMachineArn;
    }

    @Override
    public Start start(String name, String input) {
        String body = JsonWriter.text(Map.of("stateMachineArn", stateMachineArn, "name", name, "input", input));
        ServiceAnswer answer;
        try {
            answer = service.call(new ServiceRequest("POST", "/", HEADERS, body));
        } catch (IOException e) {
            return new Start.NotStarted(ServiceError.describe("StartExecution", e));
        }
        if (answer.isSuccess()) {
            return new Start.HandedOver();
        }
        ServiceError error = ServiceError.ofJson(answer);
        return error.type().equals("ExecutionAlreadyExists")
                ? new Start.HandedOver()
                : new Start.NotStarted(error.describe("StartExecution"));
    }
}
