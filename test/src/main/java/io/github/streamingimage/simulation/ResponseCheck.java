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
                    : problem(world, invocation, fields, read);
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

    private static Optional<Clause> problem(World world, SimulatedInvocation invocation, JsonNode fields, Read read) {
        Request request = invocation.handling().request();
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
        boolean attributes = fields.path("Data").size() == world.service().attributes();
        if (attributes != (success && request.type() != Request.Type.DELETE)) {
            return Optional.of(Clause.RESPONDS_WITH_OTHER_ATTRIBUTES);
        }
        return isStable(invocation, request, read, success)
                ? Optional.empty()
                : Optional.of(Clause.RESPONDS_WITH_AN_UNSTABLE_PHYSICAL_ID);
    }

    /** An image that is adopted gives the id; whatever else is answered repeats it, and a failed Create names no image. */
    private static boolean isStable(SimulatedInvocation invocation, Request request, Read read, boolean success) {
        if (success && request.type() != Request.Type.DELETE) {
            return isAdopted(invocation, request, read.physicalResourceId());
        }
        return request.physicalResourceId()
                .map(read.physicalResourceId()::equals)
                .orElseGet(() -> read.physicalResourceId().equals("not-adopted-" + request.id()));
    }

    /**
     * Which image of a name there is, a look shows; an Update that shows none that can be adopted keeps what it has, or knows of none.
     */
    private static boolean isAdopted(SimulatedInvocation invocation, Request request, String physicalResourceId) {
        ImageKey wanted = request.wanted().image();
        if (!wanted.isAny()) {
            return physicalResourceId.equals(wanted.physicalResourceId());
        }
        Sight seen = invocation.lastSight();
        ImageKey kept = request.keepsImage() ? request.image().get() : wanted;
        boolean takesAnother = !request.keepsImage() || seen.mayBeAdopted();
        ImageKey image = takesAnother ? seen.image().orElse(kept) : kept;
        return physicalResourceId.equals(image.physicalResourceId());
    }
}
