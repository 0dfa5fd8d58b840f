package io.github.streamingimage.stepfunctions;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceError;
import io.github.streamingimage.aws.ServiceName;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.json.JsonWriter;
import java.io.IOException;
import java.util.Map;

/** Executions through StartExecution of Step Functions (awsJson1_0). */
public final class StepFunctionsExecutions implements Executions {

    /** Step Functions, by the names that AWS gives it. */
    public static final ServiceName SERVICE = new ServiceName("states", "states", "AWS_ENDPOINT_URL_SFN");

    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/x-amz-json-1.0", "X-Amz-Target", "AWSStepFunctions.StartExecution");

    private final AwsApi service;
    private final String stateMachineArn;

    public StepFunctionsExecutions(AwsApi service, String stateMachineArn) {
        this.service = service;
        this.stateMachineArn = stateMachineArn;
    }

    @Override
    public Start start(String name, String input) {
        String body = JsonWriter.text(Map.of("stateMachineArn", stateMachineArn, "name", name, "input", input));
        ServiceResponse response;
        try {
            response = service.call(new ServiceRequest("POST", "/", HEADERS, body));
        } catch (IOException e) {
            return new Start.NotStarted(ServiceError.describe("StartExecution", e));
        }
        if (response.isSuccess()) {
            return new Start.HandedOver();
        }
        ServiceError error = ServiceError.ofJson(response);
        return error.type().equals("ExecutionAlreadyExists")
                ? new Start.HandedOver()
                : new Start.NotStarted(error.describe("StartExecution"));
    }
}
