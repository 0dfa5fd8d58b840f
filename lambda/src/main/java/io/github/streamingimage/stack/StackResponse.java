package io.github.streamingimage.stack;

import io.github.streamingimage.aws.ServiceError;
import io.github.streamingimage.aws.ServiceResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/** Reads responses of CloudFormation's Query API (awsQuery, version 2010-05-15). */
final class StackResponse {

    private static final String STACK = "DescribeStacksResponse/DescribeStacksResult/Stacks/member";
    private static final String LIST = "ListStackResourcesResponse/ListStackResourcesResult";
    private static final String RESOURCE = LIST + "/StackResourceSummaries/member";
    private static final String ERROR = "ErrorResponse/Error";

    private StackResponse() {}

    /**
     * A stack.
     *
     * @param parentId the StackId of the stack that it is nested in, empty at the root
     * @param lastOperation when its latest update or deletion began, unless there was neither
     */
    record Stack(String status, String parentId, Optional<Instant> lastOperation) {}

    /**
     * A page of the resources of a stack.
     *
     * @param nextPage the token of the next page, empty when there is none
     */
    record Page(List<Resource> resources, String nextPage) {}

    /** A resource of a stack. */
    record Resource(String logicalId, String physicalId, String status) {}

    /** The one stack that was asked for, or nothing when the response makes no sense. */
    static Optional<Stack> stack(ServiceResponse response) {
        try {
            List<Map<String, String>> stacks = XmlRecords.read(response.body(), STACK);
            if (stacks.size() != 1 || text(stacks.get(0), "StackStatus").isEmpty()) {
                return Optional.empty();
            }
            Map<String, String> stack = stacks.get(0);
            Optional<Instant> lastOperation = Stream.of("LastUpdatedTime", "DeletionTime")
                    .map(name -> text(stack, name))
                    .filter(time -> !time.isEmpty())
                    .map(Instant::parse)
                    .max(Instant::compareTo);
            return Optional.of(new Stack(text(stack, "StackStatus"), text(stack, "ParentId"), lastOperation));
        } catch (XMLStreamException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The page that was asked for, or nothing when the response makes no sense. */
    static Optional<Page> resources(ServiceResponse response) {
        try {
            List<Map<String, String>> list = XmlRecords.read(response.body(), LIST);
            if (list.size() != 1) {
                return Optional.empty();
            }
            List<Resource> resources = XmlRecords.read(response.body(), RESOURCE).stream()
                    .map(fields -> new Resource(
                            text(fields, "LogicalResourceId"),
                            text(fields, "PhysicalResourceId"),
                            text(fields, "ResourceStatus")))
                    .toList();
            return Optional.of(new Page(resources, text(list.get(0), "NextToken")));
        } catch (XMLStreamException e) {
            return Optional.empty();
        }
    }

    /** The error, with whatever of it can be read. */
    static ServiceError error(ServiceResponse response) {
        Map<String, String> error = Map.of();
        try {
            error = XmlRecords.read(response.body(), ERROR).stream().findFirst().orElse(error);
        } catch (XMLStreamException e) {
            // The status says enough.
        }
        return new ServiceError(response.status(), text(error, "Code"), text(error, "Message"));
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }
}
