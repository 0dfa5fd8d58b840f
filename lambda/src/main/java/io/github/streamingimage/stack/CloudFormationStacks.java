package io.github.streamingimage.stack;

import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceError;
import io.github.streamingimage.aws.ServiceName;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.StackProblem;
import io.github.streamingimage.deletion.Observation.StackResources;
import io.github.streamingimage.deletion.StackStanding;
import io.github.streamingimage.stack.StackResponse.Page;
import io.github.streamingimage.stack.StackResponse.Resource;
import io.github.streamingimage.stack.StackResponse.Stack;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Stacks through DescribeStacks and ListStackResources. A nested stack that a rollback of its parent deletes may itself be just
 * DELETE_IN_PROGRESS, so the ancestors are read too, up to the root.
 */
public final class CloudFormationStacks implements Stacks {

    /** CloudFormation, by the names that AWS gives it. */
    public static final ServiceName SERVICE =
            new ServiceName("cloudformation", "cloudformation", "AWS_ENDPOINT_URL_CLOUDFORMATION");

    /** CloudFormation documents no depth limit; a chain longer than this is a loop in the responses. */
    private static final int DEEPEST_NESTING = 50;

    private static final String IN_PROGRESS = "_IN_PROGRESS";
    private static final Set<String> ACCESS_DENIED = Set.of("AccessDenied", "AccessDeniedException");
    private static final Map<String, String> FORM =
            Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");

    private final AwsApi service;

    public CloudFormationStacks(AwsApi service) {
        this.service = service;
    }

    @Override
    public Observation look(String stackId) {
        return describe(stackId, own -> {
            StackStanding standing = standing(own.status());
            return deletes(standing) && !own.parentId().isEmpty()
                    ? amongAncestors(stackId, own, standing, own.parentId(), 1)
                    : seen(stackId, own, standing, own);
        });
    }

    private static StackStanding standing(String status) {
        return switch (status) {
            case "DELETE_IN_PROGRESS" -> StackStanding.DELETING;
            case "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS" -> StackStanding.CLEANING_UP;
            case "ROLLBACK_IN_PROGRESS" -> StackStanding.ROLLING_BACK;
            case "DELETE_COMPLETE" -> StackStanding.GONE;
            default -> isRollingBack(status) ? StackStanding.ROLLING_BACK_UPDATE : StackStanding.OTHER;
        };
    }

    private static boolean deletes(StackStanding standing) {
        return standing == StackStanding.DELETING || standing == StackStanding.CLEANING_UP;
    }

    private static boolean isRollingBack(String status) {
        return status.contains("ROLLBACK") && status.endsWith(IN_PROGRESS);
    }

    /** A stack that deletes does so for the sake of an ancestor that is in an operation of its own. */
    private Observation amongAncestors(
            String stackId, Stack own, StackStanding standing, String ancestorId, int depth) {
        if (depth == DEEPEST_NESTING) {
            return new StackProblem(false, "DescribeStacks: the ancestors of stack " + stackId + " form a loop");
        }
        return describe(ancestorId, ancestor -> {
            if (isRollingBack(ancestor.status())) {
                return seen(
                        ancestorId,
                        own,
                        standing == StackStanding.CLEANING_UP
                                ? StackStanding.ROLLING_BACK_UPDATE
                                : StackStanding.ROLLING_BACK,
                        ancestor);
            }
            StackStanding above = standing(ancestor.status());
            if (above == StackStanding.OTHER && ancestor.status().endsWith(IN_PROGRESS)) {
                return seen(ancestorId, own, StackStanding.OTHER, ancestor);
            }
            StackStanding below =
                    standing == StackStanding.DELETING && !deletes(above) ? StackStanding.DELETING_ALONE : standing;
            return ancestor.parentId().isEmpty()
                    ? seen(stackId, own, below, own)
                    : amongAncestors(stackId, own, below, ancestor.parentId(), depth + 1);
        });
    }

    /** Only the times of the stack itself tell which of its operations a request belongs to. */
    private static Observation seen(String decidingId, Stack own, StackStanding standing, Stack deciding) {
        return new Observation.Stack(standing, own.lastOperation(), "stack " + decidingId + " is " + deciding.status());
    }

    private Observation describe(String stackId, Function<Stack, Observation> onStack) {
        return call(
                "DescribeStacks",
                "&StackName=" + encoded(stackId),
                response -> StackResponse.stack(response)
                        .map(onStack)
                        .orElseGet(() ->
                                new StackProblem(false, "DescribeStacks: the response is not about stack " + stackId)));
    }

    @Override
    public Observation resources(String stackId, String logicalResourceId, String physicalResourceId, String page) {
        String parameters = "&StackName=" + encoded(stackId) + (page.isEmpty() ? "" : "&NextToken=" + encoded(page));
        return call(
                "ListStackResources",
                parameters,
                response -> StackResponse.resources(response)
                        .<Observation>map(found -> new StackResources(
                                declaredBy(found, logicalResourceId, physicalResourceId), found.nextPage()))
                        .orElseGet(() -> new StackProblem(false, "ListStackResources: the response makes no sense")));
    }

    /** The statuses that begin with DELETE are those of resources on their way out. */
    private static String declaredBy(Page page, String logicalResourceId, String physicalResourceId) {
        return page.resources().stream()
                .filter(resource -> resource.physicalId().equals(physicalResourceId))
                .filter(resource -> !resource.logicalId().equals(logicalResourceId))
                .filter(resource -> !resource.status().startsWith("DELETE_"))
                .findFirst()
                .map(Resource::logicalId)
                .orElse("");
    }

    private Observation call(String action, String parameters, Function<ServiceResponse, Observation> onSuccess) {
        ServiceResponse response;
        try {
            response = service.call(
                    new ServiceRequest("POST", "/", FORM, "Action=" + action + "&Version=2010-05-15" + parameters));
        } catch (IOException e) {
            return new StackProblem(false, ServiceError.describe(action, e));
        }
        if (response.isSuccess()) {
            return onSuccess.apply(response);
        }
        ServiceError error = StackResponse.error(response);
        return new StackProblem(ACCESS_DENIED.contains(error.type()), error.describe(action));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
