package io.github.streamingimage.simulation;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.emulator.cloudformation.Stack;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** CloudFormation's API as one invocation meets it: DescribeStacks of a stack or an ancestor. */
final class SimulatedStacks implements AwsApi {

    private static final String ACTION = "Action=DescribeStacks&Version=2010-05-15&StackName=";

    private final World world;
    private final Run run;

    SimulatedStacks(World world, Run run) {
        this.world = world;
        this.run = run;
    }

    @Override
    public ServiceResponse call(ServiceRequest request) {
        if (!request.body().startsWith(ACTION)) {
            throw new IllegalStateException("CloudFormation was asked " + request.body());
        }
        String stackId = URLDecoder.decode(request.body().substring(ACTION.length()), StandardCharsets.UTF_8);
        Stack stack = find(stackId);
        run.troubled(false);
        run.step();
        run.takesUsual();
        if (run.strikes(Fault.STACK_DENIED)) {
            return error(403, "AccessDenied", Fault.STACK_DENIED.description());
        }
        if (run.strikes(Fault.STACK_UNREADABLE)) {
            return error(400, "Throttling", Fault.STACK_UNREADABLE.description());
        }
        run.step();
        world.note("%s sees that %s is %s", run, stack.id(), stack.status());
        return response(
                200,
                "<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackId>" + stackId + "</StackId>"
                        + "<StackStatus>" + stack.status().name() + "</StackStatus>"
                        + stack.parent()
                                .map(parent -> "<ParentId>" + parent.id() + "</ParentId>")
                                .orElse("")
                        + stack.lastOperation()
                                .map(begun -> "<LastUpdatedTime>" + begun + "</LastUpdatedTime>")
                                .orElse("")
                        + "</member></Stacks></DescribeStacksResult></DescribeStacksResponse>");
    }

    /** The stack of the request or an ancestor: nobody may ask about another. */
    private Stack find(String stackId) {
        Optional<Stack> stack = Optional.of(run.handling().request().stack());
        while (stack.isPresent() && !stack.get().id().equals(stackId)) {
            stack = stack.get().parent();
        }
        return stack.orElseThrow(() -> new IllegalStateException("asked for " + stackId));
    }

    private static ServiceResponse error(int status, String code, String message) {
        return response(
                status,
                "<ErrorResponse><Error><Code>" + code + "</Code><Message>" + message
                        + "</Message></Error></ErrorResponse>");
    }

    private static ServiceResponse response(int status, String xml) {
        return new ServiceResponse(status, "", xml.getBytes(StandardCharsets.UTF_8));
    }
}
