package io.github.streamingimage.simulation;

import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.deletion.Observation.Stack;
import io.github.streamingimage.deletion.Owner;
import io.github.streamingimage.deletion.Phase;
import io.github.streamingimage.deletion.StackStanding;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The function, broken in one way each, with the invariant that it then breaks. */
enum Mutant {
    TAKES_ANY_404_FOR_GONE(
            Invariant.TRUE_SUCCESS, Broken.sight(seen -> is(seen, Kind.REJECTED) ? new Observation.NotFound() : seen)),

    RESPONDS_SUCCESS_AT_THE_DEADLINE(
            Invariant.TRUE_SUCCESS,
            Broken.responses(response -> response.contains("[DEADLINE_REACHED]") && response.contains("|")
                    ? response.replaceFirst(",\"Reason\":\".*\"", "").replace("FAILED", "SUCCESS")
                    : response)),

    DELETES_WITHOUT_A_LOOK_AT_THE_STACK(
            Invariant.ONLY_WHAT_IS_TO_GO,
            Broken.stacks(seen -> seen instanceof Stack stack ? standing(StackStanding.DELETING, stack) : seen)),

    TAKES_EVERY_STATUS_THAT_IS_NO_ROLLBACK_FOR_A_DELETION(
            Invariant.ONLY_WHAT_IS_TO_GO,
            Broken.stacks(seen -> seen instanceof Stack stack && stack.standing() == StackStanding.OTHER
                    ? standing(StackStanding.DELETING, stack)
                    : seen)),

    DELETES_WHAT_ANOTHER_LOGICAL_ID_DECLARES(
            Invariant.ONLY_WHAT_IS_TO_GO,
            Broken.stacks(seen -> seen instanceof Observation.StackResources resources
                    ? new Observation.StackResources("", resources.nextPage())
                    : seen)),

    READS_ONLY_THE_FIRST_PAGE_OF_RESOURCES(
            Invariant.ONLY_WHAT_IS_TO_GO,
            Broken.stacks(seen -> seen instanceof Observation.StackResources resources
                    ? new Observation.StackResources(resources.declaredBy(), "")
                    : seen)),

    DOES_NOT_SEE_THAT_IT_COMES_TOO_LATE(
            Invariant.ONLY_WHAT_IS_TO_GO,
            Broken.stacks(seen -> seen instanceof Stack stack
                    ? new Stack(
                            stack.standing() == StackStanding.GONE ? StackStanding.DELETING : stack.standing(),
                            Optional.empty(),
                            stack.description())
                    : seen)),

    RETIRES_A_SERVICE_WHOSE_NAME_CANNOT_BE_ASKED_ABOUT(
            Invariant.TRUE_SUCCESS,
            Broken.sight(
                    seen -> is(seen, Kind.UNAVAILABLE) ? new Problem(Kind.ENDPOINT_MISSING, "unknown host") : seen)),

    FAILS_AT_THE_FIRST_EXPIRED_SIGNATURE(
            Invariant.TRUE_FAILURE,
            Broken.sight(
                    seen -> tells(seen, "InvalidSignatureException") ? new Problem(Kind.REJECTED, "expired") : seen)),

    COMPARES_THE_STACKS_TIMES_WITH_ANOTHER_CLOCK(
            Invariant.TRUE_FAILURE,
            Broken.stacks(seen -> seen instanceof Stack stack
                    ? new Stack(
                            stack.standing(),
                            stack.lastOperation().map(begun -> begun.plusSeconds(10)),
                            stack.description())
                    : seen)),

    DELETES_WHAT_THE_PROPERTIES_NAME(
            Invariant.ONLY_WHAT_IS_TO_GO,
            Broken.hearing(event -> event.replaceFirst(
                    "\"PhysicalResourceId\":\"[^\"]*\"",
                    "\"PhysicalResourceId\":\"" + field(event, "StudioId") + "|" + field(event, "StreamingImageId")
                            + "\""))),

    KNOWS_IMAGES_BY_THEIR_NAMES_ONLY(Invariant.ONLY_WHAT_IS_TO_GO, Broken.identity((images, id) -> {
        Map<String, Object> name = Map.of("ImageName", id.replaceFirst("\\|.*", ""));
        return images.problem(name).isEmpty() ? Optional.of(images.declared(name, "")) : images.identified(id);
    })),

    ADOPTS_WHAT_IS_NOT_THE_ACCOUNTS(
            Invariant.TRUE_SUCCESS,
            Broken.sight(seen -> seen instanceof Image image
                    ? new Image(
                            image.physicalResourceId(),
                            image.phase(),
                            image.state(),
                            image.statusCode(),
                            image.statusMessage(),
                            image.retryable(),
                            Owner.ACCOUNT,
                            image.attributes())
                    : seen)),

    TAKES_A_DENIED_CALL_FOR_A_GONE_IMAGE(
            Invariant.TRUE_SUCCESS,
            Broken.sight(seen -> is(seen, Kind.ACCESS_DENIED) ? new Observation.NotFound() : seen)),

    TAKES_AN_IMAGE_IN_USE_FOR_A_DELETED_ONE(
            Invariant.TRUE_SUCCESS,
            Broken.sight(seen -> tells(seen, "ResourceInUseException") ? new Observation.NotFound() : seen)),

    GIVES_UP_ON_AN_IMAGE_IN_USE(
            Invariant.TRUE_FAILURE,
            Broken.sight(seen -> tells(seen, "ResourceInUseException") ? new Problem(Kind.REJECTED, "in use") : seen)),

    TAKES_THE_REFUSAL_OF_A_SECOND_DELETION_FOR_THE_END_OF_THE_FIRST(
            Invariant.TRUE_SUCCESS,
            Broken.sight(
                    seen -> tells(seen, "DeleteImage: ResourceNotFoundException") ? new Observation.NotFound() : seen)),

    USES_A_TOKEN_OF_CHANCE(
            Invariant.ONE_TOKEN,
            Broken.deletion((image, token) -> image.delete(UUID.randomUUID().toString()))),

    TAKES_A_STALE_READ_FOR_A_NEW_STATE(Invariant.ONE_TOKEN, Broken.deletion((image, token) -> {
        Observation accepted = image.delete(token);
        return image.look() instanceof Image seen && seen.phase() == Phase.AT_REST
                ? image.delete(token + "-again")
                : accepted;
    })),

    FORGETS_THE_DEADLINE(
            Invariant.ANSWERED_IN_TIME,
            Broken.hearing(event -> event.replaceAll("\"ServiceTimeout\":\"\\d+\"", "\"ServiceTimeout\":\"3600\""))),

    GIVES_UP_AT_THE_FIRST_THROTTLE(
            Invariant.TRUE_FAILURE,
            Broken.sight(seen -> is(seen, Kind.THROTTLED) ? new Problem(Kind.REJECTED, "throttled") : seen)),

    REVERSES_AN_UNDELIVERED_SUCCESS(Invariant.NEVER_REVERSED, Broken.delivery((put, url, body) -> {
        int status = put.put(url, body);
        return status == 503
                ? put.put(url, failed(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8))
                : status;
    })),

    FORGETS_AS_THE_FALLBACK_WHAT_WAS_DECIDED(
            Invariant.NEVER_REVERSED,
            Broken.hearing(event -> event.replace("UndeliveredResponseException", "Exception"))),

    TAKES_A_RESPONSE_FOR_DELIVERED(Invariant.NOBODY_WALKS_AWAY, Broken.delivery((put, url, body) -> {
        put.put(url, body);
        return 200;
    })),

    TELLS_THE_URL(Invariant.SECRET, Broken.discretion()),

    LOOKS_TWENTY_TIMES_AS_OFTEN(Invariant.FEW_LOOKS, Broken.sleep(duration -> duration.dividedBy(20))),

    RESPONDS_MORE_THAN_IS_READ(Invariant.WELL_FORMED, Broken.responses(response -> response + " ".repeat(4096))),

    FAILS_WHATEVER_CANNOT_BE_CHECKED(
            Invariant.NO_WEDGE,
            Broken.responses(response -> response.contains("\"State\":\"\"") ? failed(response) : response));

    private final Invariant invariant;
    private final Broken function;

    Mutant(Invariant invariant, Broken function) {
        this.invariant = invariant;
        this.function = function;
    }

    Invariant invariant() {
        return invariant;
    }

    Broken function() {
        return function;
    }

    private static Observation standing(StackStanding standing, Stack seen) {
        return new Stack(standing, seen.lastOperation(), seen.description());
    }

    private static boolean is(Observation seen, Kind kind) {
        return seen instanceof Problem problem && problem.kind() == kind;
    }

    private static boolean tells(Observation seen, String words) {
        return seen instanceof Problem problem && problem.description().contains(words);
    }

    private static String field(String event, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(event);
        return field.find() ? field.group(1) : "";
    }

    private static String failed(String response) {
        return response.replace("\"SUCCESS\"", "\"FAILED\",\"Reason\":\"[IMAGE_NOT_FOUND] It does not exist.\"");
    }
}
