package io.github.streamingimage.emulator.appstream;

import io.github.streamingimage.emulator.service.ServiceCall;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One request to AppStream, decoded but not yet validated. */
public sealed interface AppStreamCall extends ServiceCall {
    @Override
    AppStreamOperation operation();

    /** Lists images, page by page: those of these names or ARNs, or all. */
    record Describe(
            List<String> names,
            List<String> arns,
            Optional<String> type,
            Optional<String> nextToken,
            Optional<Integer> maxResults)
            implements AppStreamCall {
        public Describe {
            names = List.copyOf(names);
            arns = List.copyOf(arns);
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(nextToken, "nextToken");
            Objects.requireNonNull(maxResults, "maxResults");
        }

        /** The image of this name. */
        public static Describe named(String name) {
            return new Describe(List.of(name), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        public AppStreamOperation operation() {
            return AppStreamOperation.DESCRIBE_IMAGES;
        }

        @Override
        public Optional<String> imageId() {
            return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
        }
    }

    /** Deletes one image; {@code name} is required. */
    record Delete(Optional<String> name) implements AppStreamCall {
        public Delete {
            Objects.requireNonNull(name, "name");
        }

        /** Deletes the image of this name. */
        public static Delete of(String name) {
            return new Delete(Optional.of(name));
        }

        @Override
        public AppStreamOperation operation() {
            return AppStreamOperation.DELETE_IMAGE;
        }

        @Override
        public Optional<String> imageId() {
            return name;
        }
    }
}
