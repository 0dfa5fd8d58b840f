package io.github.streamingimage.emulator.cloudformation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The protocol's rules for the body of a response: a broken one is a violation, and some make the response unusable. */
final class ResponseRules {

    /**
     * A body, judged.
     *
     * @param response empty when the body is unusable
     * @param violations every rule it breaks; not empty when it is unusable
     */
    record Judgement(Optional<Response> response, List<String> violations) {}

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int LONGEST_BODY = 4096;
    private static final int LONGEST_PHYSICAL_ID = 1024;
    private static final Set<String> FIELDS = Set.of(
            "Status", "Reason", "PhysicalResourceId", "StackId", "RequestId", "LogicalResourceId", "NoEcho", "Data");

    private final SentRequest request;
    private final List<String> violations = new ArrayList<>();
    private boolean usable = true;

    private ResponseRules(SentRequest request) {
        this.request = request;
    }

    static Judgement judge(SentRequest request, byte[] body) {
        ResponseRules rules = new ResponseRules(request);
        Optional<Response> response = rules.read(body);
        return new Judgement(rules.usable ? response : Optional.empty(), rules.violations);
    }

    private Optional<Response> read(byte[] body) {
        if (body.length > LONGEST_BODY) {
            unusable("Response object is too long.");
            return Optional.empty();
        }
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (IOException e) {
            unusable("The response is not valid JSON.");
            return Optional.empty();
        }
        if (!json.isObject()) {
            unusable("The response is not a JSON object.");
            return Optional.empty();
        }
        Response response =
                new Response(text(json, "Status"), text(json, "Reason"), text(json, "PhysicalResourceId"), data(json));
        echoes(json, "StackId", request.stackId());
        echoes(json, "RequestId", request.requestId());
        echoes(json, "LogicalResourceId", request.logicalId());
        judgeStatus(response);
        judgePhysicalId(response);
        judgeFields(json);
        return Optional.of(response);
    }

    private void judgeStatus(Response response) {
        if (!response.isSuccess() && !response.status().equals("FAILED")) {
            unusable("Status is neither SUCCESS nor FAILED.");
        }
        if (response.status().equals("FAILED") && response.reason().isBlank()) {
            violation("Reason is missing, though Status is FAILED.");
        }
    }

    private void judgePhysicalId(Response response) {
        int length = response.physicalId().getBytes(StandardCharsets.UTF_8).length;
        if (length > LONGEST_PHYSICAL_ID) {
            unusable("PhysicalResourceId is longer than 1 KB.");
        } else if (length == 0 && response.isSuccess()) {
            unusable("PhysicalResourceId is missing.");
        } else if (length == 0) {
            violation("PhysicalResourceId is missing.");
        }
        boolean mayChange =
                request.type() == RequestType.CREATE || request.type() == RequestType.UPDATE && response.isSuccess();
        if (!mayChange && length > 0 && !response.physicalId().equals(request.physicalId())) {
            violation("PhysicalResourceId changed.");
        }
    }

    private void judgeFields(JsonNode json) {
        json.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                violation("The field " + field + " is unknown.");
            }
        });
        if (json.has("NoEcho") && !json.get("NoEcho").isBoolean()) {
            violation("NoEcho is not a boolean.");
        }
        if (request.type() == RequestType.DELETE) {
            for (String field : List.of("Data", "NoEcho")) {
                if (json.has(field)) {
                    violation(field + " is not supported on Delete.");
                }
            }
        }
    }

    private void echoes(JsonNode json, String field, String expected) {
        if (!json.path(field).asText().equals(expected)) {
            unusable(field + " is not that of the request.");
        }
    }

    private String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isMissingNode() && !value.isTextual()) {
            violation(field + " is not a string.");
        }
        return value.asText("");
    }

    private Map<String, Object> data(JsonNode json) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (json.has("Data") && !json.get("Data").isObject()) {
            violation("Data is not an object.");
        }
        json.path("Data").properties().forEach(attribute -> {
            if (attribute.getValue().isNull()) {
                violation("Data." + attribute.getKey() + " is null.");
            } else {
                data.put(attribute.getKey(), JSON.convertValue(attribute.getValue(), Object.class));
            }
        });
        return data;
    }

    private void unusable(String description) {
        usable = false;
        violation(description);
    }

    private void violation(String description) {
        violations.add(description);
    }
}
