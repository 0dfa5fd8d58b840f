package io.github.streamingimage.simulation;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.emulator.cloudformation.Stack;
import io.github.streamingimage.emulator.cloudformation.StackResource;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** CloudFormation's API as one invocation meets it: DescribeStacks of a stack or an ancestor,
 * ListStackResources of a stack. */
final class SimulatedStacks implements AwsApi {

    private final World world;
    private final Run run;

    SimulatedStacks(World world, Run run) {
        this.world = world;
        this.run = run;
    }

    @Override
    public ServiceResponse call(ServiceRequest request) {
        Map<String, String> form = form(request.body());
        Stack stack = find(form.get("StackName"));
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
        return switch (form.get("Action")) {
            case "DescribeStacks" -> described(stack);
            case "ListStackResources" -> listed(stack, form.getOrDefault("NextToken", "0"));
            default -> throw new IllegalStateException("CloudFormation was asked " + request.body());
        };
    }

    private ServiceResponse described(Stack stack) {
        world.note("%s sees that %s is %s", run, stack.id(), stack.status());
        return response(
                200,
                "<DescribeStacksResponse><DescribeStacksResult><Stacks><member>" + element("StackId", stack.id())
                        + element("StackStatus", stack.status().name())
                        + stack.parent()
                                .map(parent -> element("ParentId", parent.id()))
                                .orElse("")
                        + stack.lastOperation()
                                .map(begun -> element("LastUpdatedTime", begun.toString()))
                                .orElse("")
                        + "</member></Stacks></DescribeStacksResult></DescribeStacksResponse>");
    }

    /** Pages of one resource, so that there is often more than one. */
    private ServiceResponse listed(Stack stack, String token) {
        int page = Integer.parseInt(token);
        List<StackResource> resources = stack.listed();
        String members = resources.stream()
                .skip(page)
                .limit(1)
                .map(resource -> "<member>" + element("LogicalResourceId", resource.logicalId())
                        + element("PhysicalResourceId", resource.physicalId())
                        + element("ResourceStatus", resource.status().name()) + "</member>")
                .collect(Collectors.joining());
        return response(
                200,
                "<ListStackResourcesResponse><ListStackResourcesResult><StackResourceSummaries>" + members
                        + "</StackResourceSummaries>"
                        + (page + 1 < resources.size() ? element("NextToken", String.valueOf(page + 1)) : "")
                        + "</ListStackResourcesResult></ListStackResourcesResponse>");
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + text + "</" + name + ">";
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
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
