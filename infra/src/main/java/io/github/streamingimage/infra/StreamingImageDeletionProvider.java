package io.github.streamingimage.infra;

import java.util.List;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.constructs.Construct;

/**
 * What deletes streaming images of Nimble Studio and waits until they are gone.
 *
 * <p>A stack needs one, which its first {@link StreamingImageDeletion} makes with the defaults.
 */
public final class StreamingImageDeletionProvider extends ImageDeletionProvider
        implements IStreamingImageDeletionProvider {

    /**
     * Makes a provider with the defaults.
     *
     * @param scope the construct to be added to
     * @param id unique in the scope
     */
    public StreamingImageDeletionProvider(Construct scope, String id) {
        this(Builder.create(scope, id));
    }

    private StreamingImageDeletionProvider(Builder builder) {
        super(
                builder.scope(),
                builder.id(),
                DeployedService.NIMBLE_STUDIO,
                builder.options(),
                NimbleStudioPermissions.of(Stack.of(builder.scope()), builder.allowedStudioIds));
    }

    /**
     * The stack's own provider, made with the defaults unless it is there already.
     *
     * @param scope a construct of the stack
     * @return always the same for one stack; a nested stack is a stack of its own
     */
    public static StreamingImageDeletionProvider getOrCreate(Construct scope) {
        DeployedService service = DeployedService.NIMBLE_STUDIO;
        return getOrCreate(
                scope,
                service,
                StreamingImageDeletionProvider.class,
                stack -> new StreamingImageDeletionProvider(stack, service.providerId()));
    }

    /**
     * Refers to a provider that was deployed elsewhere in the same account and region.
     *
     * @param scope the construct to be added to
     * @param id unique in the scope
     * @param serviceToken the ARN of its function, or a token for it
     * @return a provider without resources
     */
    public static IStreamingImageDeletionProvider fromServiceToken(Construct scope, String id, String serviceToken) {
        return new ImportedProvider(scope, id, serviceToken);
    }

    /**
     * Refers to the provider that a {@link StreamingImageDeletionProviderStack} deployed to the same account and region.
     *
     * @param scope the construct to be added to
     * @param id unique in the scope
     * @return a provider without resources
     */
    public static IStreamingImageDeletionProvider fromExport(Construct scope, String id) {
        return fromServiceToken(scope, id, Fn.importValue(StreamingImageDeletionProviderStack.EXPORT_NAME));
    }

    /** Builds a {@link StreamingImageDeletionProvider} in one expression. */
    public static final class Builder extends ProviderBuilder<Builder> {
        private List<String> allowedStudioIds;

        private Builder(Construct scope, String id) {
            super(scope, id);
        }

        /**
         * Starts a provider.
         *
         * @param scope the construct to be added to
         * @param id unique in the scope
         * @return a builder with the defaults
         */
        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Narrows the permissions to the images of some studios, by the condition key {@code nimble:studioId}: unverified against
         * the service, which is gone. Narrow it in another deployment than the one that removes an image.
         *
         * @param value every studio unless set; the list and its elements can be tokens
         * @return this builder
         * @throws IllegalArgumentException if the list is empty or an element cannot be a studio's id
         */
        public Builder allowedStudioIds(List<String> value) {
            if (value != null && !Token.isUnresolved(value)) {
                Checks.notEmpty("allowedStudioIds", value);
                value.forEach(id -> Checks.matches("allowedStudioIds", id, StreamingImageDeletion.STUDIO_ID));
            }
            allowedStudioIds = value;
            return this;
        }

        /**
         * Finishes.
         *
         * @return the provider, added to its scope
         * @throws IllegalArgumentException if something is not allowed; the message names it
         */
        public StreamingImageDeletionProvider build() {
            return new StreamingImageDeletionProvider(this);
        }
    }
}
