package io.github.streamingimage.emulator.nimblestudio;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One request to the service, decoded but not yet validated.
 *
 * <p>Two calls that are equal apart from their client token are the same request to the service.
 */
public sealed interface Call {
    Operation operation();

    String studioId();

    /** The image that the request names. */
    default Optional<String> streamingImageId() {
        return Optional.empty();
    }

    /** The idempotency token; without one nothing is remembered. */
    default Optional<String> clientToken() {
        return Optional.empty();
    }

    /** Registers an EC2 image; {@code ec2ImageId} and {@code name} are required. */
    record Create(
            String studioId,
            Optional<String> clientToken,
            Optional<String> ec2ImageId,
            Optional<String> name,
            Optional<String> description,
            Map<String, String> tags)
            implements Call {
        public Create {
            Objects.requireNonNull(studioId, "studioId");
            tags = Map.copyOf(tags);
        }

        @Override
        public Operation operation() {
            return Operation.CREATE;
        }
    }

    /** Lists a studio's images, page by page. */
    record ListAll(String studioId, Optional<String> owner, Optional<String> nextToken) implements Call {
        public ListAll {
            Objects.requireNonNull(studioId, "studioId");
        }

        @Override
        public Operation operation() {
            return Operation.LIST;
        }
    }

    /** Reads one image. */
    record Get(String studioId, String imageId) implements Call {
        public Get {
            Objects.requireNonNull(studioId, "studioId");
            Objects.requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.GET;
        }

        @Override
        public Optional<String> streamingImageId() {
            return Optional.of(imageId);
        }
    }

    /** Changes what is given of name and description. */
    record Update(
            String studioId,
            String imageId,
            Optional<String> clientToken,
            Optional<String> name,
            Optional<String> description)
            implements Call {
        public Update {
            Objects.requireNonNull(studioId, "studioId");
            Objects.requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.UPDATE;
        }

        @Override
        public Optional<String> streamingImageId() {
            return Optional.of(imageId);
        }
    }

    /** Deletes one image. */
    record Delete(String studioId, String imageId, Optional<String> clientToken) implements Call {
        public Delete {
            Objects.requireNonNull(studioId, "studioId");
            Objects.requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.DELETE;
        }

        @Override
        public Optional<String> streamingImageId() {
            return Optional.of(imageId);
        }
    }
}
