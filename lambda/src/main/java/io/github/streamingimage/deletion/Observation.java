package io.github.streamingimage.deletion;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an act showed: the image, the response to its deletion, or the stack. Everything that can go wrong with a call is a value
 * here; adapters let no exception of a connection through.
 */
public sealed interface Observation {

    /** Calls the one method that fits; a new kind of observation does not compile until every reader handles it. */
    <T> T match(Cases<T> cases);

    /**
     * The image as its service showed it.
     *
     * @param physicalResourceId the id of the image that was seen
     * @param state the state as the service spelled it, never empty
     * @param statusCode the service's code for the reason of the state, or an empty string
     * @param statusMessage the service's explanation of it, or an empty string
     * @param retryable of a failed deletion, whether the service may yet do it when it is asked again
     * @param attributes the attributes for {@code Fn::GetAtt}
     */
    record Image(
            String physicalResourceId,
            Phase phase,
            String state,
            String statusCode,
            String statusMessage,
            boolean retryable,
            Owner owner,
            Map<String, String> attributes)
            implements Observation {
        public Image {
            Objects.requireNonNull(physicalResourceId);
            Objects.requireNonNull(phase);
            if (state.isEmpty()) {
                throw new IllegalArgumentException("state is empty");
            }
            Objects.requireNonNull(statusCode);
            Objects.requireNonNull(statusMessage);
            Objects.requireNonNull(owner);
            Objects.requireNonNull(attributes);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.image(this);
        }
    }

    /** The deletion was accepted, and the response shows the image. */
    record DeleteAccepted(Image image) implements Observation {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.deleteAccepted(this);
        }
    }

    /** The service knows no such image. */
    record NotFound() implements Observation {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.notFound(this);
        }
    }

    /**
     * A call to the service did not do what it was to do.
     *
     * @param description what happened, for people: the error's type and message, or the connection's fault
     */
    record Problem(Kind kind, String description) implements Observation {
        /** The ways in which a call fails, told apart by what to do about them. */
        public enum Kind {
            /** The image is busy or in use. */
            CONFLICT,
            /** Too many requests. */
            THROTTLED,
            /** 5xx, a connection refused, reset or timed out, or a response that makes no sense. */
            UNAVAILABLE,
            /** The function's role may not make the call. */
            ACCESS_DENIED,
            /** Any other 4xx: the same call will fail the same way. */
            REJECTED,
            /** The endpoint's name does not exist, while other names do. */
            ENDPOINT_MISSING
        }

        public Problem {
            Objects.requireNonNull(kind);
            Objects.requireNonNull(description);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.problem(this);
        }
    }

    /**
     * The stack and all its ancestors could be read.
     *
     * @param lastOperation when the latest update or deletion of the stack itself began; nothing when there was none yet
     * @param description the status that decided, and whose it is
     */
    record Stack(StackStanding standing, Optional<Instant> lastOperation, String description) implements Observation {
        public Stack {
            Objects.requireNonNull(standing);
            Objects.requireNonNull(lastOperation);
            Objects.requireNonNull(description);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.stack(this);
        }
    }

    /**
     * A page of the stack's resources could be read.
     *
     * @param declaredBy the logical id of another resource that has the same PhysicalResourceId and stays; empty when this page has
     *     none
     * @param nextPage the token of the next page; empty when this was the last one
     */
    record StackResources(String declaredBy, String nextPage) implements Observation {
        public StackResources {
            Objects.requireNonNull(declaredBy);
            Objects.requireNonNull(nextPage);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.stackResources(this);
        }
    }

    /**
     * The stack, one of its ancestors or its resources could not be read.
     *
     * @param accessDenied whether it may not be read, rather than cannot just now
     * @param description what happened, for people
     */
    record StackProblem(boolean accessDenied, String description) implements Observation {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.stackProblem(this);
        }
    }

    /** One method for each kind of observation. */
    interface Cases<T> {
        T image(Image image);

        T deleteAccepted(DeleteAccepted accepted);

        T notFound(NotFound notFound);

        T problem(Problem problem);

        T stack(Stack stack);

        T stackResources(StackResources resources);

        T stackProblem(StackProblem problem);
    }
}
