package io.github.streamingimage.infra;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.CustomResource;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/**
 * A streaming image that exists already and is deleted with the stack; it goes before any part of its provider does.
 *
 * <p>Creating the stack checks that the image is there. Removing this construct, or the stack, deletes the image and
 * waits until it is gone.
 */
public final class StreamingImageDeletion extends Construct {
    /** The type of the CloudFormation resource. */
    public static final String RESOURCE_TYPE = "Custom::StreamingImageDeletion";

    private final CustomResource resource;

    /**
     * Declares the image.
     *
     * @param scope the construct to be added to
     * @param id unique in the scope
     * @param props which image, and how
     */
    public StreamingImageDeletion(Construct scope, String id, StreamingImageDeletionProps props) {
        super(scope, id);
        IStreamingImageDeletionProvider provider =
                props.provider() != null ? props.provider() : StreamingImageDeletionProvider.getOrCreate(this);
        resource = CustomResource.Builder.create(this, "Resource")
                .resourceType(RESOURCE_TYPE)
                .serviceToken(provider.getServiceToken())
                .serviceTimeout(props.serviceTimeout())
                .properties(properties(props))
                .build();
        resource.getNode().addDependency(provider.getReady());
    }

    /** Defaults are left out, so that a template says only what its author said. */
    private static Map<String, Object> properties(StreamingImageDeletionProps props) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("StudioId", props.studioId());
        properties.put("StreamingImageId", props.streamingImageId());
        if (props.onRollback() != null && !props.onRollback().equals(OnRollback.RETAIN)) {
            properties.put("OnRollback", props.onRollback().value());
        }
        if (props.onServiceRetired() != null && !props.onServiceRetired().equals(OnServiceRetired.SUCCEED)) {
            properties.put("OnServiceRetired", props.onServiceRetired().value());
        }
        return properties;
    }

    /**
     * The physical id.
     *
     * @return a token for {@code StudioId|StreamingImageId}
     */
    public String ref() {
        return resource.getRef();
    }

    /**
     * The image's ARN.
     *
     * @return a token
     */
    public String attrArn() {
        return resource.getAttString("Arn");
    }

    /**
     * The image's name.
     *
     * @return a token
     */
    public String attrName() {
        return resource.getAttString("Name");
    }

    /**
     * The EC2 machine image that the streaming image was made from.
     *
     * @return a token
     */
    public String attrEc2ImageId() {
        return resource.getAttString("Ec2ImageId");
    }

    /**
     * The image's owner.
     *
     * @return a token for the id of a studio
     */
    public String attrOwner() {
        return resource.getAttString("Owner");
    }

    /**
     * The operating system.
     *
     * @return a token
     */
    public String attrPlatform() {
        return resource.getAttString("Platform");
    }

    /**
     * The image's state when the resource was last created or updated.
     *
     * @return a token, for {@code READY} for example
     */
    public String attrState() {
        return resource.getAttString("State");
    }

    /**
     * The studio's id.
     *
     * @return a token
     */
    public String attrStudioId() {
        return resource.getAttString("StudioId");
    }

    /**
     * The image's id.
     *
     * @return a token
     */
    public String attrStreamingImageId() {
        return resource.getAttString("StreamingImageId");
    }

    /** Builds a {@link StreamingImageDeletion} in one expression. */
    public static final class Builder {
        private final Construct scope;
        private final String id;
        private final StreamingImageDeletionProps.Builder props = StreamingImageDeletionProps.builder();

        private Builder(Construct scope, String id) {
            this.scope = scope;
            this.id = id;
        }

        /**
         * Starts a construct.
         *
         * @param scope the construct to be added to
         * @param id unique in the scope
         * @return a builder without any property
         */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        /**
         * Sets the studio that holds the image.
         *
         * @param value 1 to 64 letters, digits, hyphens and underscores, or a token
         * @return this builder
         */
        public Builder studioId(String value) {
            props.studioId(value);
            return this;
        }

        /**
         * Sets the image.
         *
         * @param value 1 to 22 letters, digits, hyphens and underscores, or a token
         * @return this builder
         */
        public Builder streamingImageId(String value) {
            props.streamingImageId(value);
            return this;
        }

        /**
         * Sets what happens to the image when a failed stack operation is rolled back.
         *
         * @param value {@link OnRollback#RETAIN} unless set
         * @return this builder
         */
        public Builder onRollback(OnRollback value) {
            props.onRollback(value);
            return this;
        }

        /**
         * Sets what the deletion comes to when the service is no more.
         *
         * @param value {@link OnServiceRetired#SUCCEED} unless set
         * @return this builder
         */
        public Builder onServiceRetired(OnServiceRetired value) {
            props.onServiceRetired(value);
            return this;
        }

        /**
         * Sets how long CloudFormation waits for an answer.
         *
         * @param value whole seconds from 1 to 3600, or a token; an hour unless set
         * @return this builder
         */
        public Builder serviceTimeout(Duration value) {
            props.serviceTimeout(value);
            return this;
        }

        /**
         * Sets who does the work.
         *
         * @param value the stack's own provider unless set
         * @return this builder
         */
        public Builder provider(IStreamingImageDeletionProvider value) {
            props.provider(value);
            return this;
        }

        /**
         * Finishes.
         *
         * @return the construct, added to its scope
         * @throws IllegalArgumentException if a property is missing or not allowed; the message names it
         */
        public StreamingImageDeletion build() {
            return new StreamingImageDeletion(scope, id, props.build());
        }
    }
}
