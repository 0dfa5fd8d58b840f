package io.github.streamingimage.stack;

import io.github.streamingimage.aws.ClientSettings;
import io.github.streamingimage.aws.SdkFailure;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.StackProblem;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * Stacks through the SDK's client, which is built when it is first needed, and kept. A nested stack that a rollback of its parent
 * deletes may itself be just DELETE_IN_PROGRESS, so the ancestors are read too, up to the root.
 */
public final class CloudFormationStacks implements Stacks {

    /** CloudFormation documents no depth limit; a chain longer than this is a loop in the answers. */
    private static final int DEEPEST_NESTING = 50;

    private static final Set<String> ACCESS_DENIED = Set.of("AccessDenied", "AccessDeniedException");

    private final Supplier<CloudFormationClient> builder;
    private CloudFormationClient client;

    public CloudFormationStacks() {
        this(() -> ClientSettings.build(CloudFormationClient.builder()));
    }

    CloudFormationStacks(Supplier<CloudFormationClient> builder) {
        this.builder = builder;
    }

    @Override
    public Observation observe(String stackId) {
        String id = stackId;
        String status = "";
        Optional<Instant> lastOperation = Optional.empty();
        for (int depth = 0; depth < DEEPEST_NESTING; depth++) {
            Stack stack;
            try {
                List<Stack> stacks = describe(id);
                if (stacks.size() != 1 || stacks.get(0).stackStatusAsString() == null) {
                    return new StackProblem(false, "DescribeStacks: the answer is not about stack " + id);
                }
                stack = stacks.get(0);
            } catch (SdkException e) {
                return problem(e);
            }
            status = stack.stackStatusAsString();
            lastOperation = Stream.of(
                            lastOperation,
                            Optional.ofNullable(stack.lastUpdatedTime()),
                            Optional.ofNullable(stack.deletionTime()))
                    .flatMap(Optional::stream)
                    .max(Comparator.naturalOrder());
            if (isRollback(status)) {
                return new Observation.Stack(true, lastOperation, "stack " + id + " is " + status);
            }
            if (stack.parentId() == null || stack.parentId().isEmpty()) {
                return new Observation.Stack(false, lastOperation, "stack " + id + " is " + status);
            }
            id = stack.parentId();
        }
        return new StackProblem(false, "DescribeStacks: the ancestors of stack " + stackId + " form a loop");
    }

    /** ROLLBACK_*, UPDATE_ROLLBACK_*, IMPORT_ROLLBACK_*: whatever undoes a failed operation, or has just done so. */
    private static boolean isRollback(String status) {
        return status.contains("ROLLBACK");
    }

    private synchronized List<Stack> describe(String stackId) {
        if (client == null) {
            client = builder.get();
        }
        return client.describeStacks(
                        DescribeStacksRequest.builder().stackName(stackId).build())
                .stacks();
    }

    private static StackProblem problem(SdkException exception) {
        boolean accessDenied = exception instanceof CloudFormationException answered
                && answered.awsErrorDetails() != null
                && ACCESS_DENIED.contains(
                        String.valueOf(answered.awsErrorDetails().errorCode()));
        return new StackProblem(accessDenied, SdkFailure.describe("DescribeStacks", exception));
    }
}
