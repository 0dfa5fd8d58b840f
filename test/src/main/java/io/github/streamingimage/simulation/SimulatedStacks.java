package io.github.streamingimage.simulation;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.emulator.cloudformation.QueryApi;
import io.github.streamingimage.emulator.cloudformation.QueryApi.QueryResponse;
import io.github.streamingimage.emulator.cloudformation.QueryError;
import io.github.streamingimage.emulator.cloudformation.Stack;
import io.github.streamingimage.emulator.cloudformation.StackDescription;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** CloudFormation's API as one invocation meets it: DescribeStacks of a stack or an ancestor, and its ListStackResources. */
final class SimulatedStacks implements AwsApi {

    private final World world;
    private final SimulatedInvocation invocation;

    SimulatedStacks(World world, SimulatedInvocation invocation) {
        this.world = world;
        this.invocation = invocation;
    }

    @Override
    public ServiceResponse call(ServiceRequest request) {
        Map<String, String> form = QueryApi.form(request.body());
        Stack stack = find(form.get("StackName"));
        invocation.troubled(false);
        invocation.step();
        invocation.takesUsual();
        if (invocation.isSignatureRefused()) {
            return response(QueryApi.error(new QueryError(403, "SignatureDoesNotMatch", "Signature expired")));
        }
        if (invocation.strikes(Fault.STACK_DENIED)) {
            return response(QueryApi.error(QueryError.accessDenied(form.get("Action"))));
        }
        if (invocation.strikes(Fault.STACK_UNREADABLE)) {
            return response(QueryApi.error(QueryError.throttling()));
        }
        boolean refused = !world.cloudFormation().takesCall();
        invocation.handling().use(usage -> usage.stackCall(refused));
        if (refused) {
            return response(QueryApi.error(QueryError.throttling()));
        }
        invocation.step();
        return response(
                form.get("Action").equals(QueryApi.DESCRIBE_STACKS)
                        ? described(stack)
                        : QueryApi.listStackResources(
                                stack.listed(lateness()),
                                Optional.ofNullable(form.get("NextToken")),
                                world.pageLength()));
    }

    private QueryResponse described(Stack stack) {
        StackDescription seen = stack.describe(lateness());
        world.note("%s sees that %s is %s", invocation, stack.id(), seen.status());
        return QueryApi.describeStacks(seen);
    }

    private Duration lateness() {
        return invocation.strikes(Fault.STACK_READ_LATE)
                ? world.cloudFormation().lateness()
                : Duration.ZERO;
    }

    /** The stack of the request or an ancestor: nobody may ask about another. */
    private Stack find(String stackId) {
        Optional<Stack> stack = Optional.of(invocation.handling().request().stack());
        while (stack.isPresent() && !stack.get().id().equals(stackId)) {
            stack = stack.get().parent();
        }
        return stack.orElseThrow(() -> new IllegalStateException("asked for " + stackId));
    }

    private static ServiceResponse response(QueryResponse response) {
        return new ServiceResponse(response.status(), "", response.xml());
    }
}
