package io.github.streamingimage.deletion;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What to do next about a request: an {@link Act}, whose outcome is decided on at once, or the end of a pass: a {@link Wait},
 * after which another pass begins, or a {@link Verdict}. Each carries the progress that goes on from there.
 */
public sealed interface Decision {

    Progress progress();

    /** Something to do in the outside world; what it shows is an {@link Observation}. */
    sealed interface Act extends Decision {}

    /** With what a pass ends: nothing more is to be done at once. */
    sealed interface PassEnd extends Decision {}

    /** With what a request ends: the response that CloudFormation is to receive. */
    sealed interface Verdict extends PassEnd {}

    /** Look at the image. */
    record Look(Progress progress) implements Act {}

    /** Find out what the stack and its ancestors are doing. */
    record CheckStack(Progress progress) implements Act {}

    /** Read the page with this token of the stack's resources, the first when it is empty, for another that declares the image. */
    record CheckDeclarations(String page, Progress progress) implements Act {}

    /** Ask the service to delete the image, with this client token, 1 to 64 characters. */
    record Delete(String clientToken, Progress progress) implements Act {}

    /** Begin another pass after this delay, more than zero; the cause is for people. */
    record Wait(Duration delay, String cause, Progress progress) implements PassEnd {}

    /**
     * SUCCESS.
     *
     * @param physicalResourceId the id that the response gives the resource
     * @param attributes the attributes for {@code Fn::GetAtt}; none on a Delete
     */
    record Succeed(Outcome outcome, String physicalResourceId, Map<String, String> attributes, Progress progress)
            implements Verdict {
        /** The ways in which a request succeeds. */
        public enum Outcome {
            /** Create, Update: the image is there. */
            ADOPTED,
            /** Update: the image could not be checked, or is not fit to be adopted, but this Update must not fail. */
            KEPT,
            /** Delete: the image is gone. */
            DELETED,
            /** Delete: the stack is rolling back, the image stays. */
            RETAINED,
            /** Delete: another resource of the stack declares the image, which stays. */
            STILL_DECLARED,
            /** Delete: the service has no endpoint any more. */
            SERVICE_RETIRED,
            /** Delete: the PhysicalResourceId names no image. */
            NO_IMAGE
        }

        public Succeed {
            Objects.requireNonNull(outcome);
            Objects.requireNonNull(physicalResourceId);
            Objects.requireNonNull(attributes);
        }
    }

    /**
     * FAILED.
     *
     * @param detail one or more sentences for people, without the code and the advice
     */
    record Fail(FailureCode code, String detail, Progress progress) implements Verdict {}
}
