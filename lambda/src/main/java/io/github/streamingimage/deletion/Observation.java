package io.github.streamingimage.deletion;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What one look at the outside world showed: at the image, at the answer to DeleteStreamingImage, or at the stack. Everything
 * that can go wrong with a call is a value here; adapters let no exception of an SDK through.
 */
public sealed interface Observation {

    /** Calls the one method that fits; a new kind of observation does not compile until every reader handles it. */
    <T> T match(Cases<T> cases);

    /**
     * The image as GetStreamingImage showed it.
     *
     * @param state the state, {@link ImageState#UNKNOWN} when this version does not know it
     * @param reportedState the state as the service spelled it, never empty
     * @param statusCode the service's status code, or an empty string
     * @param statusMessage the service's explanation of the status code, or an empty string
     * @param attributes what the image is otherwise
     */
    record Image(
            ImageState state, String reportedState, String statusCode, String statusMessage, ImageAttributes attributes)
            implements Observation {
        public Image {
            Objects.requireNonNull(state);
            if (reportedState.isEmpty()) {
                throw new IllegalArgumentException("reportedState is empty");
            }
            Objects.requireNonNull(statusCode);
            Objects.requireNonNull(statusMessage);
            Objects.requireNonNull(attributes);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.image(this);
        }
    }

    /** DeleteStreamingImage was accepted (HTTP 200) and answered with the image. */
    record DeleteAccepted(Image image) implements Observation {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.deleteAccepted(this);
        }
    }

    /** The service knows no such image (404 ResourceNotFoundException). */
    record NotFound() implements Observation {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.notFound(this);
        }
    }

    /**
     * A call to Nimble Studio did not do what it was to do.
     *
     * @param description what happened, for people: the error's type and message, or the connection's fault
     */
    record Problem(Kind kind, String description) implements Observation {
        /** The ways in which a call fails, told apart by what to do about them. */
        public enum Kind {
            /** The image is busy (409 ConflictException). */
            CONFLICT,
            /** Too many requests (429, or an error type that means the same). */
            THROTTLED,
            /** 5xx, a connection refused, reset or timed out, or an answer that makes no sense. */
            UNAVAILABLE,
            /** 403 AccessDeniedException. */
            ACCESS_DENIED,
            /** Any other 4xx: the same call will fail the same way. */
            REJECTED,
            /** The endpoint's name does not exist, while other names do. */
            ENDPOINT_MISSING
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.problem(this);
        }
    }

    /**
     * The stack and all its ancestors could be read.
     *
     * @param rollingBack whether any of them is undoing a failed operation
     * @param lastOperation when the latest update or deletion of any of them began; nothing when there was none yet
     * @param description the status that decided, and whose it is
     */
    record Stack(boolean rollingBack, Optional<Instant> lastOperation, String description) implements Observation {
        public Stack {
            Objects.requireNonNull(lastOperation);
            Objects.requireNonNull(description);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.stack(this);
        }
    }

    /**
     * The stack or one of its ancestors could not be read.
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

        T stackProblem(StackProblem problem);
    }
}
