package io.github.streamingimage.simulation;

import io.github.streamingimage.deletion.ImageState;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The function, broken in one way each, with the invariant that it then breaks. */
enum Mutant {
    TAKES_ANY_404_FOR_GONE(
            Invariant.TRUE_SUCCESS, Broken.sight(seen -> is(seen, Kind.REJECTED) ? new Observation.NotFound() : seen)),

    ANSWERS_SUCCESS_AT_THE_DEADLINE(
            Invariant.TRUE_SUCCESS,
            Broken.answers(answer -> answer.contains("[DEADLINE_REACHED]") && answer.contains("|")
                    ? answer.replaceFirst(",\"Reason\":\".*\"", "").replace("FAILED", "SUCCESS")
                    : answer)),

    DELETES_WITHOUT_A_LOOK_AT_THE_STACK(
            Invariant.ONLY_WHAT_IS_TO_GO,
            Broken.stacks(seen -> new Observation.Stack(false, Optional.empty(), "not looked at"))),

    DOES_NOT_SEE_THAT_IT_COMES_TOO_LATE(
            Invariant.ONLY_WHAT_IS_TO_GO,
            Broken.stacks(seen -> seen instanceof Observation.Stack stack
                    ? new Observation.Stack(stack.rollingBack(), Optional.empty(), stack.description())
                    : seen)),

    DELETES_WHAT_THE_PROPERTIES_NAME(
            Invariant.ONLY_WHAT_IS_TO_GO,
            Broken.hearing(event -> event.replaceFirst(
                    "\"PhysicalResourceId\":\"[^\"]*\"",
                    "\"PhysicalResourceId\":\"" + field(event, "StudioId") + "|" + field(event, "StreamingImageId")
                            + "\""))),

    USES_A_TOKEN_OF_CHANCE(
            Invariant.ONE_TOKEN,
            Broken.deletion((images, image, token) ->
                    images.delete(image, UUID.randomUUID().toString()))),

    TAKES_A_STALE_READ_FOR_A_NEW_STATE(Invariant.ONE_TOKEN, Broken.deletion((images, image, token) -> {
        Observation accepted = images.delete(image, token);
        return images.observe(image) instanceof Image seen && seen.state() == ImageState.READY
                ? images.delete(image, token + "-again")
                : accepted;
    })),

    FORGETS_THE_DEADLINE(
            Invariant.ANSWERED_IN_TIME,
            Broken.hearing(event -> event.replaceAll("\"ServiceTimeout\":\"\\d+\"", "\"ServiceTimeout\":\"3600\""))),

    GIVES_UP_AT_THE_FIRST_THROTTLE(
            Invariant.TRUE_FAILURE,
            Broken.sight(seen -> is(seen, Kind.THROTTLED) ? new Problem(Kind.REJECTED, "throttled") : seen)),

    TURNS_AN_UNDELIVERED_SUCCESS_AROUND(Invariant.NEVER_TURNED_AROUND, Broken.delivery((put, url, body) -> {
        int status = put.put(url, body);
        return status == 503
                ? put.put(url, failed(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8))
                : status;
    })),

    FORGETS_AS_THE_LAST_RESORT_WHAT_WAS_DECIDED(
            Invariant.NEVER_TURNED_AROUND,
            Broken.hearing(event -> event.replace("UndeliveredAnswerException", "Exception"))),

    TAKES_AN_ANSWER_FOR_DELIVERED(Invariant.NOBODY_WALKS_AWAY, Broken.delivery((put, url, body) -> {
        put.put(url, body);
        return 200;
    })),

    TELLS_THE_URL(Invariant.SECRET, Broken.discretion()),

    LOOKS_TWENTY_TIMES_AS_OFTEN(Invariant.FEW_LOOKS, Broken.sleep(duration -> duration.dividedBy(20))),

    ANSWERS_MORE_THAN_IS_READ(Invariant.WELL_FORMED, Broken.answers(answer -> answer + " ".repeat(4096))),

    FAILS_WHATEVER_CANNOT_BE_CHECKED(
            Invariant.NO_WEDGE, Broken.answers(answer -> answer.contains("\"State\":\"\"") ? failed(answer) : answer));

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

    private static boolean is(Observation seen, Kind kind) {
        return seen instanceof Problem problem && problem.kind() == kind;
    }

    private static String field(String event, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(event);
        return field.find() ? field.group(1) : "";
    }

    private static String failed(String answer) {
        return answer.replace("\"SUCCESS\"", "\"FAILED\",\"Reason\":\"[IMAGE_NOT_FOUND] It does not exist.\"");
    }
}
