package io.github.streamingimage.stack;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceError;
import io.github.streamingimage.aws.ServiceName;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.StackProblem;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Stacks through DescribeStacks. A nested stack that a rollback of its parent deletes may itself be just DELETE_IN_PROGRESS, so the
 * ancestors are read too, up to the root.
 */
public final class CloudFormationStacks implements Stacks {

    /** CloudFormation, by the names that AWS gives it. */
    public static final ServiceName SERVICE =
            new ServiceName("cloudformation", "cloudformation", "AWS_ENDPOINT_URL_CLOUDFORMATION");

    /** CloudFormation documents no depth limit; a chain longer than this is a loop in the responses. */
    private static final int DEEPEST_NESTING = 50;

    private static final Set<String> ACCESS_DENIED = Set.of("AccessDenied", "AccessDeniedException");
    private static final Map<String, String> FORM =
            Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");

    private final AwsApi service;

    public CloudFormationStacks(AwsApi service) {
        this.service = service;
    }

    @Override
    public Observation look(String stackId) {
        String id = stackId;
        Optional<Instant> lastOperation = Optional.empty();
        for (int depth = 0; depth < DEEPEST_NESTING; depth++) {
            ServiceResponse response;
            try {
                response = service.call(describeStacks(id));
            } catch (IOException e) {
                return new StackProblem(false, ServiceError.describe("DescribeStacks", e));
            }
            if (!response.isSuccess()) {
                return problem(DescribeStacksResponse.error(response));
            }
            Optional<DescribeStacksResponse.Stack> stack = DescribeStacksResponse.stack(response);
            if (stack.isEmpty()) {
                return new StackProblem(false, "DescribeStacks: the response is not about stack " + id);
            }
            lastOperation = Stream.of(lastOperation, stack.get().lastOperation())
                    .flatMap(Optional::stream)
                    .max(Comparator.naturalOrder());
            boolean rollingBack = isRollback(stack.get().status());
            String parentId = stack.get().parentId();
            if (rollingBack || parentId.isEmpty()) {
                return new Observation.Stack(
                        rollingBack,
                        lastOperation,
                        "stack " + id + " is " + stack.get().status());
            }
            id = parentId;
        }
        return new StackProblem(false, "DescribeStacks: the ancestors of stack " + stackId + " form a loop");
    }

    /** ROLLBACK_*, UPDATE_ROLLBACK_*, IMPORT_ROLLBACK_*: whatever undoes a failed operation, or has just done so. */
    private static boolean isRollback(String status) {
        return status.contains("ROLLBACK");
    }

    private static ServiceRequest describeStacks(String stackId) {
        String stackName = URLEncoder.encode(stackId, StandardCharsets.UTF_8);
        return new ServiceRequest("POST", "/", FORM, "Action=DescribeStacks&Version=2010-05-15&StackName=" + stackName);
    }

    private static StackProblem problem(ServiceError error) {
        return new StackProblem(ACCESS_DENIED.contains(error.type()), error.describe("DescribeStacks"));
    }
}
