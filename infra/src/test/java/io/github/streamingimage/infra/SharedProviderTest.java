package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.assertions.Match;

/** A provider in one stack and images in others. */
class SharedProviderTest {

    private static Stack stack(App app, String id, String account, String region) {
        return new Stack(
                app,
                id,
                StackProps.builder()
                        .env(Environment.builder()
                                .account(account)
                                .region(region)
                                .build())
                        .build());
    }

    private static Stack withImage(Stack stack, IStreamingImageDeletionProvider provider) {
        StreamingImageDeletion.Builder.create(stack, "Image")
                .studioId("studio-1")
                .streamingImageId("image-1")
                .provider(provider)
                .build();
        return stack;
    }

    /** With "weak", what {@code cdk init} sets, CDK's own references would let the provider's stack be deleted first. */
    @ParameterizedTest
    @ValueSource(strings = {"weak", "strong"})
    void isImportedByOtherStacksSoThatItCannotBeDeletedFirst(String strength) {
        App app = new App(AppProps.builder()
                .context(Map.of("@aws-cdk/core:defaultCrossStackReferences", strength))
                .build());
        Stack shared = new Stack(app, "Shared");
        StreamingImageDeletionProvider provider = new StreamingImageDeletionProvider(shared, "Provider");
        Stack user = withImage(new Stack(app, "User"), provider);
        Stack withNested = new Stack(app, "WithNested");
        Stack nested = withImage(new NestedStack(withNested, "Nested"), provider);

        String name = "Shared:ExportsOutputFnGetAttProviderDeletionFunction5F18B9B7Arn6FFCABB5";
        Fixture.template(shared)
                .hasOutput(
                        "*",
                        Map.of(
                                "Value",
                                Map.of("Fn::GetAtt", List.of("ProviderDeletionFunction5F18B9B7", "Arn")),
                                "Export",
                                Map.of("Name", name)));
        for (Stack stack : List.of(user, nested)) {
            Fixture.template(stack)
                    .hasResourceProperties(
                            StreamingImageDeletion.RESOURCE_TYPE,
                            Map.of("ServiceToken", Map.of("Fn::ImportValue", name)));
        }
        assertThat(user.getDependencies()).containsExactly(shared);
        assertThat(withNested.getDependencies()).containsExactly(shared);
    }

    @Test
    void staysExportedWhenTheLastImageOfAnotherStackHasGone() {
        Stack shared = new Stack(new App(), "Shared");
        new StreamingImageDeletionProvider(shared, "Provider");

        Fixture.template(shared)
                .hasOutput("*", Map.of("Export", Map.of("Name", Match.stringLikeRegexp("Shared:ExportsOutput.*"))));
    }

    @Test
    void isRefusedInAnotherRegionOrAccount() {
        App app = new App();
        Stack shared = stack(app, "Shared", "111122223333", "us-west-2");
        IStreamingImageDeletionProvider provider = new StreamingImageDeletionProvider(shared, "Provider");
        Stack region = stack(app, "Region", "111122223333", "eu-west-1");
        Stack account = stack(app, "Account", "444455556666", "us-west-2");
        IStreamingImageDeletionProvider imported = StreamingImageDeletionProvider.fromServiceToken(
                region, "Imported", "arn:aws:lambda:us-west-2:111122223333:function:Provider");

        assertThatThrownBy(() -> withImage(region, provider))
                .hasMessage("provider must be in the region of the image, eu-west-1, but was in us-west-2");
        assertThatThrownBy(() -> withImage(account, provider))
                .hasMessage("provider must be in the account of the image, 444455556666, but was in 111122223333");
        assertThatThrownBy(() -> withImage(new NestedStack(region, "Nested"), imported))
                .hasMessage("provider must be in the region of the image, eu-west-1, but was in us-west-2");
    }

    @Test
    void isTakenWhereTheRegionIsNotKnownYet() {
        App app = new App();
        Stack shared = new Stack(app, "Shared");
        IStreamingImageDeletionProvider provider = new StreamingImageDeletionProvider(shared, "Provider");

        withImage(new Stack(app, "User"), provider);
    }
}
