package io.github.streamingimage.stack;

import io.github.streamingimage.aws.ServiceError;
import io.github.streamingimage.aws.ServiceResponse;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads responses of DescribeStacks (awsQuery, API version 2010-05-15). Document types are refused, so no response can make the parser fetch
 * or expand anything.
 */
final class DescribeStacksResponse {

    private static final String STACK = "DescribeStacksResponse/DescribeStacksResult/Stacks/member";
    private static final String ERROR = "ErrorResponse/Error";

    private DescribeStacksResponse() {}

    /**
     * A stack, as far as the rollback guard needs it.
     *
     * @param parentId the StackId of the stack that it is nested in, empty at the root
     * @param lastOperation when its latest update or deletion began, unless there was neither
     */
    record Stack(String status, String parentId, Optional<Instant> lastOperation) {}

    /** The one stack that was asked for, or nothing when the response makes no sense. */
    static Optional<Stack> stack(ServiceResponse response) {
        try {
            List<Map<String, String>> stacks = read(response, STACK);
            if (stacks.size() != 1
                    || stacks.get(0).getOrDefault("StackStatus", "").isEmpty()) {
                return Optional.empty();
            }
            Map<String, String> stack = stacks.get(0);
            Optional<Instant> lastOperation = Stream.of("LastUpdatedTime", "DeletionTime")
                    .map(stack::get)
                    .filter(time -> time != null && !time.isEmpty())
                    .map(Instant::parse)
                    .max(Instant::compareTo);
            return Optional.of(new Stack(stack.get("StackStatus"), stack.getOrDefault("ParentId", ""), lastOperation));
        } catch (XMLStreamException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The error, with whatever of it can be read. */
    static ServiceError error(ServiceResponse response) {
        Map<String, String> error = Map.of();
        try {
            error = read(response, ERROR).stream().findFirst().orElse(error);
        } catch (XMLStreamException e) {
            // The status says enough.
        }
        return new ServiceError(response.status(), error.getOrDefault("Code", ""), error.getOrDefault("Message", ""));
    }

    /** The texts of the elements right below each element of that path, by their names. */
    private static List<Map<String, String>> read(ServiceResponse response, String path) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(response.body()), "UTF-8");
        List<Map<String, String>> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open.addLast(xml.getLocalName());
                    text.setLength(0);
                    if (String.join("/", open).equals(path)) {
                        found.add(new HashMap<>());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    String name = open.removeLast();
                    if (String.join("/", open).equals(path)) {
                        found.get(found.size() - 1).put(name, text.toString().strip());
                    }
                    text.setLength(0);
                }
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        return found;
    }
}
