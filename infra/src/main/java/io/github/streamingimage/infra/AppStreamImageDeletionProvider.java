package io.github.streamingimage.infra;

import java.util.List;
import java.util.regex.Pattern;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Token;
import software.constructs.Construct;

/**
 * What deletes images of AppStream and waits until they are gone.
 *
 * <p>A stack needs one, which its first {@link AppStreamImageDeletion} makes with the defaults.
 */
public final class AppStreamImageDeletionProvider extends ImageDeletionProvider
        implements IAppStreamImageDeletionProvider {
    static final Pattern NAME_PATTERN = Pattern.compile("[a-zA-Z0-9*?][a-zA-Z0-9_.*?-]{0,100}");

    /**
     * Makes a provider with the defaults.
     *
     * @param scope the construct to be added to
     * @param id unique in the scope
     */
    public AppStreamImageDeletionProvider(Construct scope, String id) {
        this(Builder.create(scope, id));
    }

    private AppStreamImageDeletionProvider(Builder builder) {
        super(
                builder.scope(),
                builder.id(),
                DeployedService.APPSTREAM,
                builder.options(),
                AppStreamPermissions.of(Stack.of(builder.scope()), builder.allowedImageNames));
    }

    /**
     * The stack's own provider, made with the defaults unless it is there already.
     *
     * @param scope a construct of the stack
     * @return always the same for one stack; a nested stack is a stack of its own
     */
    public static AppStreamImageDeletionProvider getOrCreate(Construct scope) {
        DeployedService service = DeployedService.APPSTREAM;
        return getOrCreate(
                scope,
                service,
                AppStreamImageDeletionProvider.class,
                stack -> new AppStreamImageDeletionProvider(stack, service.providerId()));
    }

    /**
     * Refers to a provider that was deployed elsewhere in the same account and region.
     *
     * @param scope the construct to be added to
     * @param id unique in the scope
     * @param serviceToken the ARN of its function, or a token for it
     * @return a provider without resources
     */
    public static IAppStreamImageDeletionProvider fromServiceToken(Construct scope, String id, String serviceToken) {
        return new ImportedProvider(scope, id, serviceToken);
    }

    /**
     * Refers to the provider that an {@link AppStreamImageDeletionProviderStack} deployed to the same account and region.
     *
     * @param scope the construct to be added to
     * @param id unique in the scope
     * @return a provider without resources
     */
    public static IAppStreamImageDeletionProvider fromExport(Construct scope, String id) {
        return fromServiceToken(scope, id, Fn.importValue(AppStreamImageDeletionProviderStack.EXPORT_NAME));
    }

    /** Builds an {@link AppStreamImageDeletionProvider} in one expression. */
    public static final class Builder extends ProviderBuilder<Builder> {
        private List<String> allowedImageNames;

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
         * Narrows the permissions to images of some names, in another deployment than the one that removes an image.
         *
         * @param value names in which {@code *} stands for any characters and {@code ?} for one: every name unless set. Each can be
         *     a token, the list cannot: nothing in a template can turn it into ARNs
         * @return this builder
         * @throws IllegalArgumentException if the list is empty or a token, or an element cannot be the name of an image
         */
        public Builder allowedImageNames(List<String> value) {
            if (value != null) {
                if (Token.isUnresolved(value)) {
                    throw new IllegalArgumentException(
                            "allowedImageNames must be a list at synthesis, but was a token; its elements can be tokens");
                }
                Checks.notEmpty("allowedImageNames", value);
                value.forEach(name -> Checks.matches("allowedImageNames", name, NAME_PATTERN));
            }
            allowedImageNames = value;
            return this;
        }

        /**
         * Finishes.
         *
         * @return the provider, added to its scope
         * @throws IllegalArgumentException if something is not allowed; the message names it
         */
        public AppStreamImageDeletionProvider build() {
            return new AppStreamImageDeletionProvider(this);
        }
    }
}
