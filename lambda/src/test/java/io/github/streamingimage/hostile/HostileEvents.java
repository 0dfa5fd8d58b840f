package io.github.streamingimage.hostile;

import static net.jqwik.api.Tuple.of;

import io.github.streamingimage.customresource.Events;
import io.github.streamingimage.hostile.RawJson.Fields;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Events whose ResponseURL is where it belongs, while other fields are lost, there twice, or of any value: requests of
 * CloudFormation, and the wrappings in which they come back.
 */
public final class HostileEvents {

    /** Stands for the ResponseURL until the test knows it. */
    public static final String URL = "https://response.invalid/";

    private static final List<String> REQUEST_FIELDS = List.of(
            "RequestType",
            "ServiceToken",
            "StackId",
            "RequestId",
            "LogicalResourceId",
            "PhysicalResourceId",
            "ResourceType",
            "ServiceTimeout",
            "ResourceProperties",
            "OldResourceProperties");
    private static final List<String> PROPERTIES =
            List.of("StudioId", "StreamingImageId", "OnRollback", "OnServiceRetired", "ServiceTimeout", "ServiceToken");
    private static final Map<String, Map<String, Object>> PROGRESS = Map.of(
            "time", Map.of("startedAt", "2026-01-01T00:00:00Z", "deadline", "2026-01-01T00:59:30Z"),
            "image", Map.of("looks", 3, "state", "READY", "since", "2026-01-01T00:00:02Z"),
            "attempt", Map.of("number", 1, "acceptedAt", "2026-01-01T00:00:03Z", "due", true),
            "stack", Map.of("rollingBack", false, "at", "2026-01-01T00:00:01Z"),
            "troubles", Map.of("failures", 0, "denials", 0, "missing", 0),
            "throttling", Map.of("since", "2026-01-01T00:00:00Z", "last", "2026-01-01T00:00:01Z"));

    private HostileEvents() {}

    /** Requests, in none, one or more wrappings. */
    public static Arbitrary<Fields> respondable() {
        return requests()
                .flatMap(request -> Arbitraries.integers().between(0, 3).flatMap(depth -> wrapped(request, depth)));
    }

    /** Requests as CloudFormation sends them, unwrapped. */
    public static Arbitrary<Fields> requests() {
        Arbitrary<Fields> properties =
                maimed(Fields.of(Map.of("StudioId", "studio-1", "StreamingImageId", "image-1")), PROPERTIES, 2);
        Arbitrary<Fields> wellFormed = Combinators.combine(Arbitraries.of("Create", "Update", "Delete"), properties)
                .as((type, given) -> {
                    Fields event = Fields.of(Events.delete(URL))
                            .without("RequestType")
                            .without("ResourceProperties")
                            .and("RequestType", type)
                            .and("ResourceProperties", given);
                    return type.equals("Create") ? event.without("PhysicalResourceId") : event;
                });
        return wellFormed.flatMap(event -> maimed(event, REQUEST_FIELDS, 2));
    }

    private static Arbitrary<Fields> wrapped(Fields request, int depth) {
        if (depth == 0) {
            return Arbitraries.just(request);
        }
        return wrapped(request, depth - 1)
                .flatMap(inner -> Arbitraries.oneOf(
                        failureRecords(inner), rounds(inner), rounds(inner).map(HostileEvents::executionEvent)));
    }

    private static Arbitrary<Fields> failureRecords(Fields inner) {
        Fields wellFormed = new Fields(List.of())
                .and("version", "1.0")
                .and("requestContext", Map.of("condition", "RetriesExhausted", "approximateInvokeCount", 3))
                .and("requestPayload", inner)
                .and("responsePayload", Map.of("errorType", "Runtime.ExitError", "errorMessage", "exited"));
        Arbitrary<Fields> responses = maimed(
                Fields.of(Map.of("errorType", "a.B", "errorMessage", "m")), List.of("errorType", "errorMessage"), 2);
        return responses.flatMap(response -> maimed(
                wellFormed.without("responsePayload").and("responsePayload", response),
                List.of("version", "requestContext", "responseContext", "responsePayload"),
                1));
    }

    private static Arbitrary<Fields> rounds(Fields inner) {
        Fields wellFormed = new Fields(List.of())
                .and("version", 2)
                .and("functionArn", "arn:aws:lambda:us-west-2:123456789012:function:deletion")
                .and("request", inner)
                .and("waitSeconds", 1)
                .and("done", false);
        return progresses()
                .flatMap(progress -> maimed(
                        wellFormed.and("progress", progress),
                        List.of("version", "functionArn", "progress", "waitSeconds", "done", "failure"),
                        1));
    }

    /** Progress with changes in one of its parts, and among the parts themselves. */
    private static Arbitrary<Fields> progresses() {
        List<String> parts = PROGRESS.keySet().stream().sorted().toList();
        return Arbitraries.of(parts).flatMap(part -> {
            List<String> names = PROGRESS.get(part).keySet().stream().sorted().toList();
            return maimed(Fields.of(PROGRESS.get(part)), names, 2)
                    .flatMap(changed -> maimed(Fields.of(PROGRESS).without(part).and(part, changed), parts, 1));
        });
    }

    private static Fields executionEvent(Fields round) {
        return new Fields(List.of())
                .and("source", "aws.states")
                .and("detail", Map.of("status", "ABORTED", "input", RawJson.text(round)));
    }

    /** The fields, some of them lost, replaced, or there twice with the hostile one first. */
    private static Arbitrary<Fields> maimed(Fields fields, List<String> names, int most) {
        Arbitrary<UnaryOperator<Fields>> losses = Arbitraries.of(names).map(name -> f -> f.without(name));
        Arbitrary<UnaryOperator<Fields>> replacements = Combinators.combine(
                        Arbitraries.of(names), HostileValues.values())
                .as((name, value) -> f -> f.without(name).and(name, value));
        Arbitrary<UnaryOperator<Fields>> doubles = Combinators.combine(Arbitraries.of(names), HostileValues.values())
                .as((name, value) -> f -> f.after(name, value));
        return Arbitraries.frequencyOf(of(1, losses), of(4, replacements), of(1, doubles))
                .list()
                .ofMaxSize(most)
                .map(changes -> {
                    Fields changed = fields;
                    for (UnaryOperator<Fields> change : changes) {
                        changed = change.apply(changed);
                    }
                    return changed;
                });
    }
}
