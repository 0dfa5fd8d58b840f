package io.github.streamingimage.simulation;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.streamingimage.customresource.CustomResourceResponse.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer must be like, whether or not it arrives. */
final class ResponseCheck {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int LIMIT = 4096;
    private static final Pattern CODE = Pattern.compile("\\[([A-Z_]+)] .*", Pattern.DOTALL);

    private ResponseCheck() {}

    /**
     * An answer as CloudFormation reads it.
     *
     * @param code why it FAILED; empty on SUCCESS
     */
    record Read(Status status, String physicalResourceId, String code) {}

    /** The function is about to send this answer. */
    static Read check(World world, SimulatedInvocation invocation, byte[] body) {
        Secrecy.check(world, Clause.TELLS_THE_URL_IN_A_RESPONSE, new String(body, StandardCharsets.UTF_8));
        Request request = invocation.handling().request();
        Optional<Clause> problem;
        Read read = new Read(Status.FAILED, "", "");
        try {
            JsonNode fields = JSON.readTree(body);
            read = read(fields);
            problem = body.length > LIMIT
                    ? Optional.of(Clause.RESPONDS_MORE_THAN_4096_BYTES)
                    : problem(request, fields, read);
        } catch (IOException e) {
            problem = Optional.of(Clause.RESPONDS_WHAT_IS_NO_JSON);
        }
        world.tally()
                .answer(request.type().text() + " " + read.status()
                        + (read.code().isEmpty() ? "" : " " + read.code()));
        if (problem.isPresent()) {
            world.breach(problem.get(), request + " is answered " + read);
        } else {
            DecisionCheck.check(world, invocation, read);
        }
        return read;
    }

    private static Read read(JsonNode fields) {
        Status status = fields.path("Status").asText().equals("SUCCESS") ? Status.SUCCESS : Status.FAILED;
        Matcher code = CODE.matcher(fields.path("Reason").asText());
        return new Read(status, fields.path("PhysicalResourceId").asText(), code.matches() ? code.group(1) : "");
    }

    private static Optional<Clause> problem(Request request, JsonNode fields, Read read) {
        if (!fields.path("Status").asText().equals(read.status().name())) {
            return Optional.of(Clause.RESPONDS_WITH_ANOTHER_STATUS);
        }
        if (!fields.path("RequestId").asText().equals(request.id())
                || !fields.path("StackId").asText().equals(request.stack().id())
                || !fields.path("LogicalResourceId").asText().equals(request.logicalId())) {
            return Optional.of(Clause.RESPONDS_WITH_OTHER_IDS);
        }
        boolean success = read.status() == Status.SUCCESS;
        if (success == !read.code().isEmpty()) {
            return Optional.of(Clause.RESPONDS_WITHOUT_A_CODE_OR_ONE_TOO_MANY);
        }
        boolean attributes = fields.path("Data").size() == 8;
        if (attributes != (success && request.type() != Request.Type.DELETE)) {
            return Optional.of(Clause.RESPONDS_WITH_OTHER_ATTRIBUTES);
        }
        return isStable(request, read, success)
                ? Optional.empty()
                : Optional.of(Clause.RESPONDS_WITH_AN_UNSTABLE_PHYSICAL_ID);
    }

    /** An image that is adopted gives the id; whatever else is answered repeats it, and a failed Create names no image. */
    private static boolean isStable(Request request, Read read, boolean success) {
        if (success && request.type() != Request.Type.DELETE) {
            return read.physicalResourceId().equals(request.wanted().image().physicalResourceId());
        }
        return request.physicalResourceId()
                .map(read.physicalResourceId()::equals)
                .orElseGet(() -> read.physicalResourceId().equals("not-adopted-" + request.id()));
    }
}
