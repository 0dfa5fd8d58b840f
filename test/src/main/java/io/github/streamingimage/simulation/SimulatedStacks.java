package io.github.streamingimage.simulation;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.emulator.cloudformation.QueryApi;
import io.github.streamingimage.emulator.cloudformation.QueryApi.QueryResponse;
import io.github.streamingimage.emulator.cloudformation.QueryError;
import io.github.streamingimage.emulator.cloudformation.Stack;
import io.github.streamingimage.emulator.cloudformation.StackDescription;
import java.util.Map;
import java.util.Optional;

/** CloudFormation's API as one invocation meets it: DescribeStacks of a stack or an ancestor, and its ListStackResources. */
final class SimulatedStacks implements AwsApi {

    /** So short that there is often more than one page. */
    private static final int PAGE = 1;

    private final World world;
    private final Run run;

    SimulatedStacks(World world, Run run) {
        this.world = world;
        this.run = run;
    }

    @Override
    public ServiceResponse call(ServiceRequest request) {
        Map<String, String> form = QueryApi.form(request.body());
        Stack stack = find(form.get("StackName"));
        run.troubled(false);
        run.step();
        run.takesUsual();
        if (run.isSignatureRefused()) {
            return response(QueryApi.error(new QueryError(403, "SignatureDoesNotMatch", "Signature expired")));
        }
        if (run.strikes(Fault.STACK_DENIED)) {
            return response(QueryApi.error(QueryError.accessDenied(form.get("Action"))));
        }
        if (run.strikes(Fault.STACK_UNREADABLE)) {
            return response(QueryApi.error(QueryError.throttling()));
        }
        run.step();
        return response(
                form.get("Action").equals(QueryApi.DESCRIBE_STACKS)
                        ? described(stack)
                        : QueryApi.listStackResources(
                                stack.listed(), Optional.ofNullable(form.get("NextToken")), PAGE));
    }

    private QueryResponse described(Stack stack) {
        StackDescription seen = world.cloudFormation().described(stack);
        world.note("%s sees that %s is %s", run, stack.id(), seen.status());
        return QueryApi.describeStacks(seen);
    }

    /** The stack of the request or an ancestor: nobody may ask about another. */
    private Stack find(String stackId) {
        Optional<Stack> stack = Optional.of(run.handling().request().stack());
        while (stack.isPresent() && !stack.get().id().equals(stackId)) {
            stack = stack.get().parent();
        }
        return stack.orElseThrow(() -> new IllegalStateException("asked for " + stackId));
    }

    private static ServiceResponse response(QueryResponse response) {
        return new ServiceResponse(response.status(), "", response.xml());
    }
}
