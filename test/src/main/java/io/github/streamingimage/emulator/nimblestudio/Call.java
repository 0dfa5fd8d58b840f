package io.github.streamingimage.emulator.nimblestudio;

import io.github.streamingimage.emulator.service.ServiceCall;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One request to the service, decoded but not yet validated.
 *
 * <p>Two calls that are equal apart from their client token are the same request to the service.
 */
public sealed interface Call extends ServiceCall {
    @Override
    Operation operation();

    String studioId();

    @Override
    default Optional<String> scope() {
        return Optional.of(studioId());
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

        @Override
        public Optional<String> imageId() {
            return Optional.empty();
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

        @Override
        public Optional<String> imageId() {
            return Optional.empty();
        }
    }

    /** Reads one image. */
    record Get(String studioId, String streamingImageId) implements Call {
        public Get {
            Objects.requireNonNull(studioId, "studioId");
            Objects.requireNonNull(streamingImageId, "streamingImageId");
        }

        @Override
        public Operation operation() {
            return Operation.GET;
        }

        @Override
        public Optional<String> imageId() {
            return Optional.of(streamingImageId);
        }
    }

    /** Changes what is given of name and description. */
    record Update(
            String studioId,
            String streamingImageId,
            Optional<String> clientToken,
            Optional<String> name,
            Optional<String> description)
            implements Call {
        public Update {
            Objects.requireNonNull(studioId, "studioId");
            Objects.requireNonNull(streamingImageId, "streamingImageId");
        }

        @Override
        public Operation operation() {
            return Operation.UPDATE;
        }

        @Override
        public Optional<String> imageId() {
            return Optional.of(streamingImageId);
        }
    }

    /** Deletes one image. */
    record Delete(String studioId, String streamingImageId, Optional<String> clientToken) implements Call {
        public Delete {
            Objects.requireNonNull(studioId, "studioId");
            Objects.requireNonNull(streamingImageId, "streamingImageId");
        }

        @Override
        public Operation operation() {
            return Operation.DELETE;
        }

        @Override
        public Optional<String> imageId() {
            return Optional.of(streamingImageId);
        }
    }
}
