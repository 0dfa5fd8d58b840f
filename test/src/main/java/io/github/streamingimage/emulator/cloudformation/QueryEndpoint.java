package io.github.streamingimage.emulator.cloudformation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** CloudFormation's Query API, of which it knows DescribeStacks and ListStackResources, for one stack by name or id. */
final class QueryEndpoint implements HttpHandler {

    static final String DESCRIBE_STACKS = "DescribeStacks";
    static final String LIST_STACK_RESOURCES = "ListStackResources";

    private static final int LONGEST_PAGE = 100;

    private final RealTime time;
    private final KnownStacks stacks;
    private final RequestCheck check;
    private final Map<String, FaultQueue<QueryError>> faults =
            Map.of(DESCRIBE_STACKS, new FaultQueue<>(), LIST_STACK_RESOURCES, new FaultQueue<>());
    private volatile Duration lateness = Duration.ZERO;

    QueryEndpoint(RealTime time, KnownStacks stacks, RequestCheck check) {
        this.time = time;
        this.stacks = stacks;
        this.check = check;
    }

    /** Lets the next calls of an operation fail, after those asked for before. */
    void fail(String operation, QueryError error, int times) {
        faults.get(operation).add(error, times);
    }

    /** From now on, DescribeStacks tells what was true so long ago. */
    void beLateBy(Duration changed) {
        lateness = changed;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
            String action = form.getOrDefault("Action", "");
            Optional<QueryError> error = check.refuse(exchange, body)
                    .or(() -> Optional.ofNullable(faults.get(action)).flatMap(FaultQueue::next));
            if (error.isPresent()) {
                fail(exchange, error.get());
            } else if (!faults.containsKey(action)) {
                fail(exchange, new QueryError(400, "InvalidAction", "Could not find operation " + action));
            } else {
                answer(exchange, action, form);
            }
        }
    }

    private void answer(HttpExchange exchange, String action, Map<String, String> form) throws IOException {
        String nameOrId = form.getOrDefault("StackName", "");
        Optional<Stack> stack = time.get(() -> stacks.find(nameOrId));
        if (nameOrId.isEmpty()) {
            fail(exchange, QueryError.validation("StackName: is required by this emulator"));
        } else if (stack.isEmpty()) {
            fail(exchange, QueryError.validation("Stack with id " + nameOrId + " does not exist"));
        } else if (action.equals(DESCRIBE_STACKS)) {
            StackDescription description = time.get(() -> stack.get().describe(lateness));
            answer(exchange, 200, QueryXml.describeStacks(description));
        } else {
            List<StackResource> resources = time.get(() -> stack.get().listed());
            list(exchange, resources, form.getOrDefault("NextToken", "page-0"));
        }
    }

    private static void list(HttpExchange exchange, List<StackResource> resources, String token) throws IOException {
        if (!token.matches("page-\\d{1,3}")) {
            fail(exchange, QueryError.validation("NextToken: is not one of this emulator's"));
            return;
        }
        int page = Integer.parseInt(token.substring("page-".length()));
        int end = (page + 1) * LONGEST_PAGE;
        Optional<String> next = end < resources.size() ? Optional.of("page-" + (page + 1)) : Optional.empty();
        List<StackResource> listed = resources.stream()
                .skip((long) page * LONGEST_PAGE)
                .limit(LONGEST_PAGE)
                .toList();
        answer(exchange, 200, QueryXml.listStackResources(listed, next));
    }

    private static void fail(HttpExchange exchange, QueryError error) throws IOException {
        answer(exchange, error.httpStatus(), QueryXml.error(error));
    }

    private static void answer(HttpExchange exchange, int status, byte[] xml) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, xml.length);
        exchange.getResponseBody().write(xml);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            form.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
