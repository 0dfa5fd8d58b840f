package io.github.streamingimage.emulator.cloudformation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** CloudFormation's Query API, of which it knows DescribeStacks for one stack by name or id. */
final class QueryEndpoint implements HttpHandler {

    private final RealTime time;
    private final KnownStacks stacks;
    private final FaultQueue<QueryError> faults;
    private final RequestCheck check;

    QueryEndpoint(RealTime time, KnownStacks stacks, FaultQueue<QueryError> faults, RequestCheck check) {
        this.time = time;
        this.stacks = stacks;
        this.faults = faults;
        this.check = check;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<QueryError> error = check.refuse(exchange, body).or(faults::next);
            if (error.isPresent()) {
                fail(exchange, error.get());
                return;
            }
            Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
            String stack = form.getOrDefault("StackName", "");
            if (!"DescribeStacks".equals(form.get("Action"))) {
                fail(exchange, new QueryError(400, "InvalidAction", "Could not find operation " + form.get("Action")));
            } else if (stack.isEmpty()) {
                fail(exchange, QueryError.validation("StackName: is required by this emulator"));
            } else {
                describe(exchange, stack);
            }
        }
    }

    private void describe(HttpExchange exchange, String nameOrId) throws IOException {
        Optional<StackDescription> stack = time.get(() -> stacks.find(nameOrId).map(Stack::describe));
        if (stack.isPresent()) {
            answer(exchange, 200, QueryXml.describeStacks(stack.get()));
        } else {
            fail(exchange, QueryError.validation("Stack with id " + nameOrId + " does not exist"));
        }
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
