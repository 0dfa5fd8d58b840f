package io.github.streamingimage.emulator.nimblestudio;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What came of a call: one image, a page of images, or one of the API's errors. */
public sealed interface Outcome {
    <R> R match(Function<One, R> one, Function<Page, R> page, Function<Refused, R> refused);

    /** The kind of error, if it is one. */
    default Optional<ErrorType> error() {
        return match(one -> Optional.empty(), page -> Optional.empty(), refused -> Optional.of(refused.type()));
    }

    /** The image that the call read or changed. */
    record One(StreamingImage image) implements Outcome {
        public One {
            Objects.requireNonNull(image, "image");
        }

        @Override
        public <R> R match(Function<One, R> one, Function<Page, R> page, Function<Refused, R> refused) {
            return one.apply(this);
        }
    }

    /** Some of a studio's images, and the token that asks for more of them. */
    record Page(List<StreamingImage> images, Optional<String> nextToken) implements Outcome {
        public Page {
            images = List.copyOf(images);
            Objects.requireNonNull(nextToken, "nextToken");
        }

        @Override
        public <R> R match(Function<One, R> one, Function<Page, R> page, Function<Refused, R> refused) {
            return page.apply(this);
        }
    }

    /** An error; {@code context} goes into its body. */
    record Refused(ErrorType type, String message, Map<String, String> context) implements Outcome {
        public Refused {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(message, "message");
            context = Map.copyOf(context);
        }

        static Refused of(ErrorType type, String message) {
            return new Refused(type, message, Map.of());
        }

        @Override
        public <R> R match(Function<One, R> one, Function<Page, R> page, Function<Refused, R> refused) {
            return refused.apply(this);
        }
    }
}
