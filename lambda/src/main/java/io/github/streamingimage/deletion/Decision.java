package io.github.streamingimage.deletion;

import java.time.Duration;

/**
 * What to do next about a request: act ({@link Delete}, {@link CheckStack}) and decide again, {@link Wait} and look again, or
 * answer ({@link Succeed}, {@link Fail}). Each carries the progress that the next decision is to be given.
 */
public sealed interface Decision {

    Progress progress();

    /** Calls the one method that fits; a new kind of decision does not compile until every driver handles it. */
    <T> T match(Cases<T> cases);

    /** Call DeleteStreamingImage with this token, 1 to 64 characters. */
    record Delete(String clientToken, Progress progress) implements Decision {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.delete(this);
        }
    }

    /** Find out whether the stack or one of its ancestors is rolling back. */
    record CheckStack(Progress progress) implements Decision {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.checkStack(this);
        }
    }

    /** Look again after this delay; the cause is for people. */
    record Wait(Duration delay, String cause, Progress progress) implements Decision {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.await(this);
        }
    }

    /**
     * Answer SUCCESS.
     *
     * @param outcome what became of the image
     * @param image what was last seen of the image
     */
    record Succeed(Outcome outcome, ImageView image, Progress progress) implements Decision {
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
            /** Delete: Nimble Studio has no endpoint any more. */
            SERVICE_RETIRED,
            /** Delete: the PhysicalResourceId names no image. */
            NO_IMAGE
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.succeed(this);
        }
    }

    /**
     * What an answer tells about the image.
     *
     * @param state the state as the service spelled it, {@code DELETED} when it is gone, an empty string when it is not known
     * @param attributes the attributes, as far as they are known
     */
    record ImageView(String state, ImageAttributes attributes) {
        static final ImageView UNKNOWN = new ImageView("", ImageAttributes.NONE);
        static final ImageView GONE = new ImageView(ImageState.DELETED.name(), ImageAttributes.NONE);

        static ImageView of(Observation.Image image) {
            return new ImageView(image.reportedState(), image.attributes());
        }
    }

    /** Answer FAILED; the detail is one or more sentences for people, without the code and the advice. */
    record Fail(FailureCode code, String detail, Progress progress) implements Decision {
        public String reason() {
            return code.reason(detail);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.fail(this);
        }
    }

    /** One method for each kind of decision. */
    interface Cases<T> {
        T delete(Delete delete);

        T checkStack(CheckStack checkStack);

        T await(Wait wait);

        T succeed(Succeed succeed);

        T fail(Fail fail);
    }
}
