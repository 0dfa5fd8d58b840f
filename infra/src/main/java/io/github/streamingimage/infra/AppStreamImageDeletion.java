package io.github.streamingimage.infra;

import java.util.Map;
import java.util.regex.Pattern;
import software.constructs.Construct;

/**
 * A private image of AppStream that exists already and is deleted with the stack; it goes before any part of its provider does.
 *
 * <p>AppStream deletes no image that a fleet uses. A fleet of the stack takes its image from {@link #getImageName()}, and so goes
 * first.
 */
public final class AppStreamImageDeletion extends ImageDeletion {
    /** The type of the CloudFormation resource. */
    public static final String RESOURCE_TYPE = "Custom::AppStreamImageDeletion";

    static final Pattern IMAGE_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,100}");

    private AppStreamImageDeletion(Builder builder, IAppStreamImageDeletionProvider provider) {
        super(builder, RESOURCE_TYPE, provider, Map.of("ImageName", builder.imageName));
    }

    /**
     * The image that this one was made from.
     *
     * @return a token for an ARN
     */
    public String getBaseImageArn() {
        return attribute("BaseImageArn");
    }

    /**
     * When the image was made; an image of the same name that is made later is another one.
     *
     * @return a token for an instant in UTC, in the format of ISO 8601
     */
    public String getCreatedTime() {
        return attribute("CreatedTime");
    }

    /** Builds an {@link AppStreamImageDeletion} in one expression; the name is required. */
    public static final class Builder extends ImageBuilder<Builder> {
        private String imageName;
        private IAppStreamImageDeletionProvider provider;

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

        /**
         * Sets the image.
         *
         * @param value 1 to 101 letters, digits, hyphens, underscores and full stops, the first a letter or digit, or a token
         * @return this builder
         */
        public Builder imageName(String value) {
            imageName = value;
            return this;
        }

        /**
         * Sets who does the work.
         *
         * @param value the stack's own provider unless set
         * @return this builder
         */
        public Builder provider(IAppStreamImageDeletionProvider value) {
            provider = value;
            return this;
        }

        /**
         * Finishes.
         *
         * @return the construct, added to its scope
         * @throws IllegalArgumentException if a property is missing or not allowed; the message names it
         */
        public AppStreamImageDeletion build() {
            Checks.matches("imageName", imageName, IMAGE_NAME);
            return new AppStreamImageDeletion(
                    this, provider != null ? provider : AppStreamImageDeletionProvider.getOrCreate(scope()));
        }
    }
}
