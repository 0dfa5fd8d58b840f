package io.github.streamingimage.emulator.cloudformation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.streamingimage.emulator.cloudformation.QueryApi.QueryResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** CloudFormation's Query API, of which it knows DescribeStacks and ListStackResources, for one stack by name or id. */
final class QueryEndpoint implements HttpHandler {

    private final RealTime time;
    private final KnownStacks stacks;
    private final RequestCheck check;
    private final Map<String, FaultQueue<QueryError>> faults =
            Map.of(QueryApi.DESCRIBE_STACKS, new FaultQueue<>(), QueryApi.LIST_STACK_RESOURCES, new FaultQueue<>());
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
            Map<String, String> form = QueryApi.form(new String(body, StandardCharsets.UTF_8));
            QueryResponse response = check.refuse(exchange, body)
                    .or(() -> Optional.ofNullable(faults.get(form.getOrDefault("Action", "")))
                            .flatMap(FaultQueue::next))
                    .map(QueryApi::error)
                    .orElseGet(() -> respond(form));
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(response.status(), response.xml().length);
            exchange.getResponseBody().write(response.xml());
        }
    }

    private QueryResponse respond(Map<String, String> form) {
        String action = form.getOrDefault("Action", "");
        if (!faults.containsKey(action)) {
            return QueryApi.error(new QueryError(400, "InvalidAction", "Could not find operation " + action));
        }
        String nameOrId = form.getOrDefault("StackName", "");
        if (nameOrId.isEmpty()) {
            return QueryApi.error(QueryError.validation("StackName: is required by this emulator"));
        }
        Optional<Stack> stack = time.get(() -> stacks.find(nameOrId));
        if (stack.isEmpty()) {
            return QueryApi.error(QueryError.validation("Stack with id " + nameOrId + " does not exist"));
        }
        if (action.equals(QueryApi.DESCRIBE_STACKS)) {
            return QueryApi.describeStacks(time.get(() -> stack.get().describe(lateness)));
        }
        return QueryApi.listStackResources(
                time.get(() -> stack.get().listed()),
                Optional.ofNullable(form.get("NextToken")),
                QueryApi.LONGEST_PAGE);
    }
}
