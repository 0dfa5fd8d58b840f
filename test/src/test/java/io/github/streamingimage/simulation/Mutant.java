package io.github.streamingimage.simulation;

import static io.github.streamingimage.simulation.BrokenServices.deletion;
import static io.github.streamingimage.simulation.BrokenServices.delivery;
import static io.github.streamingimage.simulation.BrokenServices.executions;
import static io.github.streamingimage.simulation.BrokenServices.images;
import static io.github.streamingimage.simulation.BrokenServices.looks;
import static io.github.streamingimage.simulation.BrokenServices.responses;
import static io.github.streamingimage.simulation.BrokenServices.sight;
import static io.github.streamingimage.simulation.BrokenServices.sleep;
import static io.github.streamingimage.simulation.BrokenServices.stacks;
import static io.github.streamingimage.simulation.BrokenSight.goneWhenMissing;
import static io.github.streamingimage.simulation.BrokenSight.image;
import static io.github.streamingimage.simulation.BrokenSight.in;
import static io.github.streamingimage.simulation.BrokenSight.is;
import static io.github.streamingimage.simulation.BrokenSight.ownedBy;
import static io.github.streamingimage.simulation.BrokenSight.seen;
import static io.github.streamingimage.simulation.BrokenSight.standing;
import static io.github.streamingimage.simulation.BrokenSight.tells;
import static io.github.streamingimage.simulation.BrokenText.failed;
import static io.github.streamingimage.simulation.BrokenText.field;
import static io.github.streamingimage.simulation.BrokenText.named;
import static io.github.streamingimage.simulation.BrokenText.other;
import static io.github.streamingimage.simulation.BrokenText.property;
import static io.github.streamingimage.simulation.BrokenText.success;
import static io.github.streamingimage.simulation.BrokenText.timeout;

import io.github.streamingimage.customresource.CustomResourceResponse.Status;
import io.github.streamingimage.customresource.ResponseSender;
import io.github.streamingimage.customresource.ResponseUrl;
import io.github.streamingimage.customresource.UndeliveredResponseException;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.deletion.Observation.Image;
import io.github.streamingimage.deletion.Observation.Problem;
import io.github.streamingimage.deletion.Observation.Problem.Kind;
import io.github.streamingimage.deletion.Observation.Stack;
import io.github.streamingimage.deletion.Owner;
import io.github.streamingimage.deletion.Phase;
import io.github.streamingimage.deletion.StackStanding;
import io.github.streamingimage.stepfunctions.Executions.Start;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The function, broken in one way each, with the one clause of an invariant that it then breaks. */
enum Mutant {
    FORGETS_THE_DEADLINE(
            Clause.LEAVES_A_REQUEST_WITHOUT_RESPONSE, Broken.hearing(event -> timeout(event, seconds -> 3600))),

    TAKES_A_RESPONSE_FOR_DELIVERED(Clause.RETURNS_EMPTY_HANDED, delivery((put, url, body) -> {
        put.put(url, body);
        return 200;
    })),

    RETURNS_A_ROUND_TO_NOBODY(
            Clause.RETURNS_EMPTY_HANDED,
            executions(whole -> whole.map(started -> (name, input) -> new Start.HandedOver()))
                    .and(Broken.returning(output -> output.replace("\"done\":true", "\"done\":false")))),

    PUTS_ONCE(Clause.GIVES_UP_A_DELIVERY, delivery((put, url, body) -> {
        int status = put.put(url, body);
        return status == 503 ? 403 : status;
    })),

    FORGETS_THE_END_OF_THE_INVOCATION(
            Clause.SLEEPS_BEYOND_ITS_END,
            Broken.context(whole -> new InvocationContext(
                    whole.getAwsRequestId(), whole.getInvokedFunctionArn(), () -> Duration.ofHours(2)))),

    TAKES_ANY_404_FOR_GONE(
            Clause.TELLS_DELETED_OF_WHAT_IS_THERE,
            sight(seen -> is(seen, Kind.REJECTED) ? new Observation.NotFound() : seen)
                    .on("Delete")),

    RESPONDS_SUCCESS_AT_THE_DEADLINE(
            Clause.TELLS_DELETED_OF_WHAT_IS_THERE,
            responses(response -> response.contains("[DEADLINE_REACHED]") ? success(response) : response)
                    .on("Delete")),

    RETIRES_A_SERVICE_WHOSE_NAME_CANNOT_BE_ASKED_ABOUT(
            Clause.TELLS_DELETED_OF_WHAT_IS_THERE,
            sight(seen -> is(seen, Kind.UNAVAILABLE) ? new Problem(Kind.ENDPOINT_MISSING, "unknown host") : seen)
                    .and(property("OnServiceRetired", "Fail", "Succeed"))
                    .when("OnRollback", "Retain")
                    .on("Delete")),

    RETAINS_WHATEVER_THE_PROPERTY_SAYS(
            Clause.RETAINS_WHAT_IS_TO_GO,
            property("OnRollback", "Delete", "Retain").on("Delete")),

    SUCCEEDS_WHATEVER_THE_PROPERTY_SAYS(
            Clause.SUCCEEDS_WHERE_RETIREMENT_IS_TO_FAIL,
            property("OnServiceRetired", "Fail", "Succeed").on("Delete")),

    RETIRES_AT_THE_FIRST_LOOK(
            Clause.RETIRES_AFTER_FEWER_THAN_FIVE_LOOKS,
            looks(image -> goneWhenMissing(image, 1))
                    .when("OnServiceRetired", "Succeed")
                    .on("Delete")),

    RETIRES_AFTER_FIVE_HASTY_LOOKS(
            Clause.RETIRES_WITHIN_A_MINUTE,
            looks(image -> goneWhenMissing(image, 5))
                    .when("OnServiceRetired", "Succeed")
                    .on("Delete")),

    CREATES_WITHOUT_AN_IMAGE(
            Clause.ADOPTS_WHAT_IT_HAS_NOT_SEEN,
            looks(BrokenSight::readyWhenNotFound).on("Create")),

    UPDATES_WITHOUT_AN_IMAGE(
            Clause.ADOPTS_WHAT_IT_HAS_NOT_SEEN,
            looks(BrokenSight::readyWhenNotFound).when("StudioId", "studio-1").on("Update")),

    ADOPTS_WHATEVER_HAS_A_STATE(
            Clause.ADOPTS_WHAT_IS_BEING_DELETED,
            seen(image -> image.phase() == Phase.DELETING ? in(Phase.AT_REST, image) : image)
                    .on("Create")),

    DOES_NOT_SEE_THE_OWNER(
            Clause.ADOPTS_WHAT_IS_NOT_THE_ACCOUNTS,
            seen(image -> ownedBy(Owner.ACCOUNT, image)).on("Create")),

    FAILS_A_DELETE_IN_THE_WORDS_OF_A_CREATE(
            Clause.FAILS_FOR_WHAT_CANNOT_BE,
            responses(response -> response.replace("[DEADLINE_REACHED]", "[IMAGE_BEING_DELETED]"))
                    .on("Delete")),

    FAILS_A_CREATE_IN_THE_WORDS_OF_A_DELETE(
            Clause.FAILS_FOR_WHAT_CANNOT_BE,
            responses(response -> response.replace("[IMAGE_BEING_DELETED]", "[DELETE_FAILED]"))
                    .on("Create")),

    FAILS_WITH_A_CODE_THAT_NOBODY_KNOWS(
            Clause.FAILS_FOR_WHAT_CANNOT_BE,
            responses(response -> response.replace("[IMAGE_NOT_FOUND]", "[NOT_FOUND]"))
                    .on("Create")),

    TAKES_THE_STACKS_DENIAL_FOR_THE_IMAGES(
            Clause.FAILS_FOR_ANOTHER_DENIAL,
            responses(response -> response.replace("[STACK_STATUS_UNREADABLE]", "[ACCESS_DENIED]"))),

    TAKES_THE_IMAGES_DENIAL_FOR_THE_STACKS(
            Clause.FAILS_FOR_ANOTHER_DENIAL,
            responses(response -> response.replace("[ACCESS_DENIED]", "[STACK_STATUS_UNREADABLE]"))),

    FAILS_AT_THE_FIRST_DENIAL(
            Clause.FAILS_AFTER_FEWER_THAN_FIVE_DENIALS,
            sight(seen -> is(seen, Kind.ACCESS_DENIED) ? new Problem(Kind.REJECTED, "denied") : seen)
                    .and(responses(
                            response -> response.replaceFirst("\\[REQUEST_REJECTED](.* denied)", "[ACCESS_DENIED]$1")))
                    .on("Create")),

    GIVES_UP_AT_THE_FIRST_THROTTLE(
            Clause.FAILS_FOR_NO_REJECTION,
            sight(seen -> is(seen, Kind.THROTTLED) ? new Problem(Kind.REJECTED, "throttled") : seen)),

    FAILS_AT_THE_FIRST_EXPIRED_SIGNATURE(
            Clause.FAILS_FOR_NO_REJECTION,
            sight(seen -> tells(seen, "InvalidSignatureException") ? new Problem(Kind.REJECTED, "expired") : seen)),

    CREATES_NOTHING_FOR_A_SERVICE_IN_TROUBLE(
            Clause.FAILS_FOR_NO_RETIREMENT,
            sight(seen -> is(seen, Kind.UNAVAILABLE) ? new Problem(Kind.ENDPOINT_MISSING, "unknown host") : seen)
                    .on("Create")),

    FAILS_WHATEVER_THE_PROPERTY_SAYS(
            Clause.FAILS_WHERE_RETIREMENT_IS_TO_SUCCEED,
            property("OnServiceRetired", "Succeed", "Fail").on("Delete")),

    FAILS_WHILE_THE_IMAGE_IS_BEING_DELETED(
            Clause.FAILS_FOR_A_DELETION_THAT_HAS_NOT_FAILED,
            seen(image -> image.phase() == Phase.DELETING ? in(Phase.DELETION_FAILED, image) : image)
                    .on("Delete")),

    GIVES_UP_HALFWAY(
            Clause.FAILS_BEFORE_THE_DEADLINE, Broken.hearing(event -> timeout(event, seconds -> (seconds + 1) / 2))),

    WAITS_INSIDE_THE_INVOCATION(Clause.FAILS_INSTEAD_OF_HANDING_OVER, executions(whole -> Optional.empty())),

    COMPARES_THE_STACKS_TIMES_WITH_ANOTHER_CLOCK(
            Clause.FAILS_FOR_NO_LATER_OPERATION,
            stacks(seen -> seen instanceof Stack stack
                    ? new Stack(
                            stack.standing(),
                            stack.lastOperation().map(begun -> begun.plusSeconds(10)),
                            stack.description())
                    : seen)),

    DOES_NOT_FIND_THE_IMAGE(
            Clause.FAILS_FOR_AN_IMAGE_THAT_IS_FIT,
            sight(seen -> seen instanceof Image ? new Observation.NotFound() : seen)
                    .on("Create")),

    TAKES_AN_IMAGE_FOR_ONE_BEING_DELETED(
            Clause.FAILS_FOR_AN_IMAGE_THAT_IS_FIT,
            seen(image -> image.phase() == Phase.GONE ? image : in(Phase.DELETING, image))
                    .on("Create")),

    TAKES_AN_IMAGE_FOR_AMAZONS(
            Clause.FAILS_FOR_AN_IMAGE_THAT_IS_FIT,
            seen(image -> ownedBy(Owner.AMAZON, image)).on("Create")),

    HAS_A_BUG(
            Clause.FAILS_BY_ITSELF,
            looks(image -> {
                        throw new IllegalStateException("a bug");
                    })
                    .on("Create")),

    REVERSES_AN_UNDELIVERED_SUCCESS(
            Clause.REVERSES_ITS_OWN_DECISION,
            delivery((put, url, body) -> {
                        int status = put.put(url, body);
                        return status == 503
                                ? put.put(
                                        url,
                                        failed(new String(body, StandardCharsets.UTF_8))
                                                .getBytes(StandardCharsets.UTF_8))
                                : status;
                    })
                    .on("Delete")),

    FORGETS_AS_THE_FALLBACK_WHAT_WAS_DECIDED(
            Clause.REVERSES_ANOTHER_RUNS_SUCCESS,
            Broken.hearing(event -> event.replace("UndeliveredResponseException", "Exception"))),

    DOES_NOT_SEE_THAT_THE_IMAGE_IS_GONE(
            Clause.FAILS_THOUGH_IT_SAW_THE_IMAGE_GONE,
            looks(image -> {
                        Observation seen = image.look();
                        return seen instanceof Observation.NotFound ? image(image, Phase.BUSY, "AWAY") : seen;
                    })
                    .on("Delete")),

    GOES_ON_AS_THE_LAST_RESORT(
            Clause.DELETES_AS_THE_LAST_RESORT,
            Broken.hearing(BrokenText::requestPayload).on("Delete")),

    DELETES_ON_AN_UPDATE(
            Clause.DELETES_FOR_WHAT_IS_NO_DELETE,
            Broken.given((services, event) -> BrokenServices.images(services, image -> new BrokenImage(image) {
                        @Override
                        public Observation look() {
                            image.delete("update-" + field(event, "RequestId"));
                            return image.look();
                        }
                    }))
                    .on("Update")),

    DELETES_WHAT_THE_PROPERTIES_NAME(
            Clause.DELETES_ANOTHER_IMAGE,
            Broken.given((services, event) -> BrokenServices.identified(
                            services, (images, id) -> images.identified(id.contains("|") ? id : named(event))))
                    .on("Delete")),

    DOES_NOT_SEE_THAT_IT_COMES_TOO_LATE(
            Clause.DELETES_FOR_A_ROLLBACK_THAT_RETAINS,
            stacks(seen -> seen instanceof Stack stack
                    ? new Stack(
                            stack.standing() == StackStanding.GONE ? StackStanding.DELETING : stack.standing(),
                            Optional.empty(),
                            stack.description())
                    : seen)),

    TAKES_EVERY_STATUS_THAT_IS_NO_ROLLBACK_FOR_A_DELETION(
            Clause.DELETES_WHAT_IS_STILL_DECLARED,
            stacks(seen -> seen instanceof Stack stack && stack.standing() == StackStanding.OTHER
                            ? standing(StackStanding.DELETING, stack)
                            : seen)
                    .when("OnRollback", "Delete")),

    DELETES_LONG_AFTER_IT_LOOKED_AT_THE_STACK(
            Clause.DELETES_DURING_A_ROLLBACK_THAT_RETAINS,
            BrokenServices.lateDeletion().on("Delete")),

    DELETES_WHAT_ANOTHER_LOGICAL_ID_DECLARES(
            Clause.DELETES_WHAT_IS_STILL_DECLARED,
            stacks(seen -> seen instanceof Observation.StackResources resources
                    ? new Observation.StackResources("", resources.nextPage())
                    : seen)),

    READS_THE_RESOURCES_AS_SOON_AS_A_CLEAN_UP_BEGINS(
            Clause.DELETES_WHAT_IS_STILL_DECLARED, BrokenServices.earlyResources()),

    READS_ONLY_THE_FIRST_PAGE_OF_RESOURCES(
            Clause.DELETES_WHAT_IS_STILL_DECLARED,
            stacks(seen -> seen instanceof Observation.StackResources resources
                    ? new Observation.StackResources(resources.declaredBy(), "")
                    : seen)),

    KNOWS_IMAGES_BY_THEIR_NAMES_ONLY(
            Clause.DELETES_ANOTHER_IMAGE,
            Broken.ground(services -> BrokenServices.identified(services, (images, id) -> {
                        Map<String, Object> name = Map.of("ImageName", id.replaceFirst("\\|.*", ""));
                        return images.problem(name).isEmpty()
                                ? Optional.of(images.declared(name, ""))
                                : images.identified(id);
                    }))
                    .on("Delete")),

    TAKES_A_DENIED_CALL_FOR_A_GONE_IMAGE(
            Clause.TELLS_DELETED_OF_WHAT_IS_THERE,
            sight(seen -> is(seen, Kind.ACCESS_DENIED) ? new Observation.NotFound() : seen)
                    .on("Delete")),

    TAKES_AN_IMAGE_IN_USE_FOR_A_DELETED_ONE(
            Clause.TELLS_DELETED_OF_WHAT_IS_THERE,
            sight(seen -> tells(seen, "ResourceInUseException") ? new Observation.NotFound() : seen)
                    .on("Delete")),

    GIVES_UP_ON_AN_IMAGE_IN_USE(
            Clause.FAILS_FOR_NO_REJECTION,
            sight(seen -> tells(seen, "ResourceInUseException") ? new Problem(Kind.REJECTED, "in use") : seen)
                    .on("Delete")),

    TAKES_THE_REFUSAL_OF_A_SECOND_DELETION_FOR_THE_END_OF_THE_FIRST(
            Clause.TELLS_DELETED_OF_WHAT_IS_THERE,
            sight(seen -> tells(seen, "DeleteImage: ResourceNotFoundException") ? new Observation.NotFound() : seen)
                    .on("Delete")),

    USES_A_TOKEN_OF_CHANCE(
            Clause.TRIES_AGAIN_WHAT_MAY_BE_UNDER_WAY,
            deletion((image, token) -> image.delete(UUID.randomUUID().toString()))),

    TAKES_A_STALE_READ_FOR_A_NEW_STATE(Clause.TRIES_AGAIN_WHAT_MAY_BE_UNDER_WAY, deletion((image, token) -> {
        Observation accepted = image.delete(token);
        return accepted instanceof Observation.DeleteAccepted
                        && image.look() instanceof Image seen
                        && seen.phase() == Phase.AT_REST
                ? image.delete(token + "-again")
                : accepted;
    })),

    USES_ONE_TOKEN_FOR_EACH_IMAGE(
            Clause.USES_ANOTHER_REQUESTS_TOKEN,
            deletion((image, token) -> image.delete(image.physicalResourceId().replaceAll("[^a-zA-Z0-9-]", "-")))),

    TELLS_THE_URL(Clause.TELLS_THE_URL_IN_A_LOG_LINE, Broken.ground(services -> {
        services.logLines().accept(Request.SECRET);
        return services;
    })),

    THROWS_THE_URL(Clause.TELLS_THE_URL_IN_AN_EXCEPTION, delivery((put, url, body) -> {
        int status = put.put(url, body);
        if (status == 403) {
            UndeliveredResponseException told =
                    new UndeliveredResponseException(Status.FAILED, new ResponseSender.Delivery(false, 1, "HTTP 403"));
            told.initCause(new IOException(Request.SECRET));
            throw told;
        }
        return status;
    })),

    RETURNS_THE_URL(
            Clause.TELLS_THE_URL_IN_THE_OUTPUT,
            Broken.returning(output -> output.replaceFirst("\\{", "{\"url\":\"" + Request.SECRET + "\","))),

    RESPONDS_WITH_THE_URL(
            Clause.TELLS_THE_URL_IN_A_RESPONSE,
            responses(response -> response.replaceFirst("(\"Reason\":\"[^ ]* )", "$1" + Request.SECRET))),

    MAKES_TOKENS_OF_THE_URL(
            Clause.TELLS_THE_URL_IN_A_CLIENT_TOKEN, deletion((image, token) -> image.delete(Request.SECRET + token))),

    NAMES_EXECUTIONS_AFTER_THE_URL(
            Clause.TELLS_THE_URL_IN_AN_EXECUTIONS_NAME,
            executions(whole -> whole.map(started -> (name, input) -> started.start(Request.SECRET + name, input)))),

    RESPONDS_ELSEWHERE(
            Clause.RESPONDS_TO_ANOTHER_URL,
            delivery((put, url, body) ->
                    put.put(ResponseUrl.of("https://elsewhere.example/response").orElseThrow(), body))),

    LOOKS_TWENTY_TIMES_AS_OFTEN(Clause.LOOKS_TOO_OFTEN, sleep(duration -> duration.dividedBy(20))),

    RESPONDS_MORE_THAN_IS_READ(
            Clause.RESPONDS_MORE_THAN_4096_BYTES, responses(response -> response + " ".repeat(4096))),

    RESPONDS_TWICE_IN_ONE(Clause.RESPONDS_WHAT_IS_NO_JSON, responses(response -> response + "{}")),

    RESPONDS_WITH_A_STATUS_OF_ITS_OWN(
            Clause.RESPONDS_WITH_ANOTHER_STATUS,
            responses(response -> response.replace("\"Status\":\"FAILED\"", "\"Status\":\"FAILURE\""))),

    RESPONDS_TO_ANOTHER_REQUEST(Clause.RESPONDS_WITH_OTHER_IDS, other("RequestId")),

    RESPONDS_FOR_ANOTHER_STACK(Clause.RESPONDS_WITH_OTHER_IDS, other("StackId")),

    RESPONDS_FOR_ANOTHER_RESOURCE(Clause.RESPONDS_WITH_OTHER_IDS, other("LogicalResourceId")),

    FAILS_WITHOUT_A_CODE(
            Clause.RESPONDS_WITHOUT_A_CODE_OR_ONE_TOO_MANY,
            responses(response -> response.replace("\"Reason\":\"[", "\"Reason\":\"("))),

    SUCCEEDS_WITH_A_REASON(
            Clause.RESPONDS_WITHOUT_A_CODE_OR_ONE_TOO_MANY,
            responses(response -> response.replace("\"SUCCESS\"", "\"SUCCESS\",\"Reason\":\"[DONE] It is done.\""))),

    LEAVES_AN_ATTRIBUTE_OUT(
            Clause.RESPONDS_WITH_OTHER_ATTRIBUTES,
            responses(response -> response.replaceFirst("\"Data\":\\{\"[^\"]*\":\"[^\"]*\",", "\"Data\":{"))),

    RESPONDS_TO_A_DELETE_WITH_ATTRIBUTES(
            Clause.RESPONDS_WITH_OTHER_ATTRIBUTES,
            responses(response -> response.replaceFirst(
                            "}$", ",\"Data\":{\"1\":1,\"2\":2,\"3\":3,\"4\":4,\"5\":5,\"6\":6,\"7\":7,\"8\":8}}"))
                    .on("Delete")),

    ADOPTS_UNDER_ANOTHER_ID(
            Clause.RESPONDS_WITH_AN_UNSTABLE_PHYSICAL_ID,
            other("PhysicalResourceId").on("Create")),

    DELETES_UNDER_ANOTHER_ID(
            Clause.RESPONDS_WITH_AN_UNSTABLE_PHYSICAL_ID,
            other("PhysicalResourceId").on("Delete")),

    FAILS_AN_UPDATE_UNDER_THE_NEW_ID(
            Clause.RESPONDS_WITH_AN_UNSTABLE_PHYSICAL_ID,
            Broken.given((services, event) -> BrokenServices.responses(
                            services,
                            response -> response.contains("\"FAILED\"")
                                    ? response.replaceFirst(
                                            "\"PhysicalResourceId\":\"[^\"]*\"",
                                            "\"PhysicalResourceId\":\"" + named(event) + "\"")
                                    : response))
                    .on("Update")),

    NAMES_AN_IMAGE_THOUGH_IT_FAILS(
            Clause.RESPONDS_WITH_AN_UNSTABLE_PHYSICAL_ID,
            responses(response -> response.replaceFirst("not-adopted-[^\"]*", "studio|image"))
                    .on("Create")),

    DOES_NOT_SEE_THAT_AN_UPDATE_KEEPS_THE_IMAGE(
            Clause.WEDGES_AN_UPDATE_THAT_KEEPS_ITS_IMAGE,
            images(image -> new BrokenImage(image) {
                        @Override
                        public boolean mayBe(String physicalResourceId) {
                            return false;
                        }
                    })
                    .when("StudioId", "studio-1")
                    .on("Update")),

    DOES_NOT_SEE_THAT_AN_UPDATE_IS_UNDONE(
            Clause.WEDGES_AN_UPDATE_THAT_UNDOES_ANOTHER,
            stacks(seen -> seen instanceof Stack stack ? standing(StackStanding.OTHER, stack) : seen)
                    .and(BrokenServices.blindForHalf())
                    .on("Update"));

    private final Clause clause;
    private final Broken function;

    Mutant(Clause clause, Broken function) {
        this.clause = clause;
        this.function = function;
    }

    Clause clause() {
        return clause;
    }

    Broken function() {
        return function;
    }
}
