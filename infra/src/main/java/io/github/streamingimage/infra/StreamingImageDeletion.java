package io.github.streamingimage.infra;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import software.constructs.Construct;

/**
 * A streaming image of Nimble Studio that exists already and is deleted with the stack; it goes before any part of its provider
 * does.
 */
public final class StreamingImageDeletion extends ImageDeletion {
    /** The type of the CloudFormation resource. */
    public static final String RESOURCE_TYPE = "Custom::StreamingImageDeletion";

    static final Pattern STUDIO_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    static final Pattern STREAMING_IMAGE_ID = Pattern.compile("[a-zA-Z0-9_-]{1,22}");

    private StreamingImageDeletion(Builder builder, IStreamingImageDeletionProvider provider) {
        super(builder, RESOURCE_TYPE, provider, builder.image());
    }

    /**
     * The EC2 machine image that the streaming image was made from.
     *
     * @return a token
     */
    public String getEc2ImageId() {
        return attribute("Ec2ImageId");
    }

    /**
     * The image's owner.
     *
     * @return a token for the id of a studio
     */
    public String getOwner() {
        return attribute("Owner");
    }

    /**
     * The studio's id.
     *
     * @return a token
     */
    public String getStudioId() {
        return attribute("StudioId");
    }

    /**
     * The image's id.
     *
     * @return a token
     */
    public String getStreamingImageId() {
        return attribute("StreamingImageId");
    }

    /** Builds a {@link StreamingImageDeletion} in one expression; both ids are required. */
    public static final class Builder extends ImageBuilder<Builder> {
        private String studioId;
        private String streamingImageId;
        private OnServiceRetired onServiceRetired;
        private IStreamingImageDeletionProvider provider;

        private Builder(Construct scope, String id) {
            super(scope, id);
        }

        /**
         * Starts an image.
         *
         * @param scope the construct to be added to
         * @param id unique in the scope
         * @return a builder without any property
         */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        @Override
        Builder self() {
            return this;
        }

        private Map<String, Object> image() {
            Map<String, Object> image = new LinkedHashMap<>();
            image.put("StudioId", studioId);
            image.put("StreamingImageId", streamingImageId);
            if (onServiceRetired != null && !onServiceRetired.equals(OnServiceRetired.SUCCEED)) {
                image.put("OnServiceRetired", onServiceRetired.value());
            }
            return image;
        }

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
         * Sets what the deletion comes to when the service is no more.
         *
         * @param value {@link OnServiceRetired#SUCCEED} unless set
         * @return this builder
         */
        public Builder onServiceRetired(OnServiceRetired value) {
            onServiceRetired = value;
            return this;
        }

        /**
         * Sets who does the work.
         *
         * @param value the stack's own provider unless set
         * @return this builder
         */
        public Builder provider(IStreamingImageDeletionProvider value) {
            provider = value;
            return this;
        }

        /**
         * Finishes.
         *
         * @return the construct, added to its scope
         * @throws IllegalArgumentException if a property is missing or not allowed; the message names it
         */
        public StreamingImageDeletion build() {
            Checks.matches("studioId", studioId, STUDIO_ID);
            Checks.matches("streamingImageId", streamingImageId, STREAMING_IMAGE_ID);
            return new StreamingImageDeletion(
                    this, provider != null ? provider : StreamingImageDeletionProvider.getOrCreate(scope()));
        }
    }
}
