package io.github.streamingimage.infra;

import java.util.regex.Pattern;
import software.amazon.awscdk.Duration;

/**
 * Properties of a {@link StreamingImageDeletion}; valid once constructed, as far as they are not tokens.
 *
 * @param studioId the studio that holds the image: 1 to 64 letters, digits, hyphens and underscores; required
 * @param streamingImageId the image: 1 to 22 letters, digits, hyphens and underscores; required
 * @param onRollback null stands for {@link OnRollback#RETAIN}
 * @param onServiceRetired null stands for {@link OnServiceRetired#SUCCEED}
 * @param serviceTimeout how long CloudFormation waits for an answer: whole seconds from 1 to 3600; null leaves it to
 *     CloudFormation, which waits for an hour
 * @param provider null stands for the stack's own, {@link StreamingImageDeletionProvider#getOrCreate}
 */
public record StreamingImageDeletionProps(
        String studioId,
        String streamingImageId,
        OnRollback onRollback,
        OnServiceRetired onServiceRetired,
        Duration serviceTimeout,
        IStreamingImageDeletionProvider provider) {
    static final Pattern STUDIO_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    static final Pattern STREAMING_IMAGE_ID = Pattern.compile("[a-zA-Z0-9_-]{1,22}");

    /**
     * Refuses what no stack could be deployed with; {@link #builder()} is the way to spell it out.
     *
     * @param studioId as above
     * @param streamingImageId as above
     * @param onRollback as above
     * @param onServiceRetired as above
     * @param serviceTimeout as above
     * @param provider as above
     */
    public StreamingImageDeletionProps {
        Checks.matches("studioId", studioId, STUDIO_ID);
        Checks.matches("streamingImageId", streamingImageId, STREAMING_IMAGE_ID);
        if (serviceTimeout != null) {
            Checks.serviceTimeout(serviceTimeout);
        }
    }

    /**
     * Starts a set of properties.
     *
     * @return a builder without any value
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects {@link StreamingImageDeletionProps}; every property but the two ids may be left out. */
    public static final class Builder {
        private String studioId;
        private String streamingImageId;
        private OnRollback onRollback;
        private OnServiceRetired onServiceRetired;
        private Duration serviceTimeout;
        private IStreamingImageDeletionProvider provider;

        private Builder() {}

        /**
         * Sets the studio that holds the image.
         *
         * @param value 1 to 64 letters, digits, hyphens and underscores, or a token
         * @return this builder
         */
        public Builder studioId(String value) {
            studioId = value;
            return this;
        }

        /**
         * Sets the image.
         *
         * @param value 1 to 22 letters, digits, hyphens and underscores, or a token
         * @return this builder
         */
        public Builder streamingImageId(String value) {
            streamingImageId = value;
            return this;
        }

        /**
         * Sets what happens to the image when a failed stack operation is rolled back.
         *
         * @param value null for the default, {@link OnRollback#RETAIN}
         * @return this builder
         */
        public Builder onRollback(OnRollback value) {
            onRollback = value;
            return this;
        }

        /**
         * Sets what the deletion comes to when the service is no more.
         *
         * @param value null for the default, {@link OnServiceRetired#SUCCEED}
         * @return this builder
         */
        public Builder onServiceRetired(OnServiceRetired value) {
            onServiceRetired = value;
            return this;
        }

        /**
         * Sets how long CloudFormation waits for an answer.
         *
         * @param value whole seconds from 1 to 3600, a token, or null for CloudFormation's default of an hour
         * @return this builder
         */
        public Builder serviceTimeout(Duration value) {
            serviceTimeout = value;
            return this;
        }

        /**
         * Sets who does the work.
         *
         * @param value null for the default, the stack's own provider
         * @return this builder
         */
        public Builder provider(IStreamingImageDeletionProvider value) {
            provider = value;
            return this;
        }

        /**
         * Finishes.
         *
         * @return the properties collected
         * @throws IllegalArgumentException if one of them is missing or not allowed; the message names it
         */
        public StreamingImageDeletionProps build() {
            return new StreamingImageDeletionProps(
                    studioId, streamingImageId, onRollback, onServiceRetired, serviceTimeout, provider);
        }
    }
}
