package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;

class StreamingImageDeletionTest {

    private static StreamingImageDeletion.Builder valid() {
        Stack stack = new Stack();
        return StreamingImageDeletion.Builder.create(stack, "Image")
                .studioId("studio-1")
                .streamingImageId("image-1")
                .provider(StreamingImageDeletionProvider.fromServiceToken(stack, "Provider", "arn"));
    }

    @Test
    void leavesDefaultsOutOfTheTemplate() {
        Fixture.template(Fixture.NESTED)
                .hasResource(
                        StreamingImageDeletion.RESOURCE_TYPE,
                        Match.objectEquals(Map.of(
                                "Type",
                                StreamingImageDeletion.RESOURCE_TYPE,
                                "Properties",
                                Match.objectEquals(Map.of(
                                        "ServiceToken",
                                        Match.anyValue(),
                                        "StudioId",
                                        "studio-1",
                                        "StreamingImageId",
                                        "image-1")),
                                "UpdateReplacePolicy",
                                "Delete",
                                "DeletionPolicy",
                                "Delete")));
    }

    @Test
    void writesEveryPropertyThatDiffersFromItsDefault() {
        Fixture.template(Fixture.DEFAULTS)
                .hasResourceProperties(
                        StreamingImageDeletion.RESOURCE_TYPE,
                        Map.of(
                                "StudioId", Map.of("Ref", "StudioId"),
                                "StreamingImageId", "Scratch_0001",
                                "OnRollback", "Delete",
                                "OnServiceRetired", "Fail",
                                "ServiceTimeout", "1200"));
    }

    @Test
    void handsOutTheAttributesOfTheImage() {
        Stack stack = new Stack();
        StreamingImageDeletion image = StreamingImageDeletion.Builder.create(stack, "Image")
                .studioId("studio-1")
                .streamingImageId("image-1")
                .provider(StreamingImageDeletionProvider.fromServiceToken(stack, "Provider", "arn"))
                .build();
        Map<String, String> attributes = Map.of(
                "Arn", image.getImageArn(),
                "Name", image.getImageName(),
                "Ec2ImageId", image.getEc2ImageId(),
                "Owner", image.getOwner(),
                "Platform", image.getPlatform(),
                "State", image.getState(),
                "StudioId", image.getStudioId(),
                "StreamingImageId", image.getStreamingImageId());

        attributes.forEach((attribute, token) ->
                assertThat(stack.resolve(token)).isEqualTo(Map.of("Fn::GetAtt", List.of("Image9D742C96", attribute))));
        assertThat(stack.resolve(image.getRef())).isEqualTo(Map.of("Ref", "Image9D742C96"));
    }

    @Test
    void anImportedProviderBringsNothingIntoTheStack() {
        assertThat(TemplateGraph.of(Fixture.template(Fixture.appStack("StreamingImageDeletionExample")))
                        .types()
                        .values())
                .containsExactly(StreamingImageDeletion.RESOURCE_TYPE);
    }

    @Test
    void allImagesOfAStackShareItsProvider() {
        Fixture.template(Fixture.DEFAULTS).resourceCountIs(StreamingImageDeletion.RESOURCE_TYPE, 2);
        Fixture.template(Fixture.DEFAULTS).resourceCountIs("AWS::StepFunctions::StateMachine", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "studio/1", "ä"})
    void refusesAStudioIdThatCannotBeOne(String studioId) {
        assertThatThrownBy(() -> valid().studioId(studioId).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("studioId must match [a-zA-Z0-9_-]{1,64}, but was '%s'", studioId);
    }

    @Test
    void refusesAStudioIdOf65Characters() {
        assertThatThrownBy(() -> valid().studioId("s".repeat(65)).build())
                .hasMessageStartingWith("studioId must match");
        valid().studioId("s".repeat(64)).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a|b", "12345678901234567890123"})
    void refusesAStreamingImageIdThatCannotBeOne(String streamingImageId) {
        assertThatThrownBy(() -> valid().streamingImageId(streamingImageId).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("streamingImageId must match [a-zA-Z0-9_-]{1,22}, but was '%s'", streamingImageId);
    }

    @Test
    void namesTheIdThatIsMissing() {
        assertThatThrownBy(() -> valid().studioId(null).build()).hasMessage("studioId is missing; it is required");
        assertThatThrownBy(() -> valid().streamingImageId(null).build())
                .hasMessage("streamingImageId is missing; it is required");
    }

    @Test
    void namesTheValuesThatAreAllowed() {
        assertThatThrownBy(() -> new OnRollback("Keep"))
                .hasMessage("onRollback must be Retain or Delete, but was 'Keep'");
        assertThatThrownBy(() -> new OnServiceRetired("succeed"))
                .hasMessage("onServiceRetired must be Succeed or Fail, but was 'succeed'");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 500, 1500, 3_601_000})
    void refusesAServiceTimeoutThatCloudFormationWouldRefuse(int milliseconds) {
        assertThatThrownBy(() ->
                        valid().serviceTimeout(Duration.millis(milliseconds)).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("serviceTimeout must be whole seconds from 1 to 3600, but was");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3600})
    void takesTheShortestAndTheLongestServiceTimeout(int seconds) {
        StreamingImageDeletion image =
                valid().serviceTimeout(Duration.seconds(seconds)).build();

        Fixture.template(Stack.of(image))
                .hasResourceProperties(
                        StreamingImageDeletion.RESOURCE_TYPE, Map.of("ServiceTimeout", String.valueOf(seconds)));
    }

    @Test
    void takesTokensForEverything() {
        Stack stack = new Stack();
        CfnParameter text = CfnParameter.Builder.create(stack, "Text").build();
        CfnParameter seconds =
                CfnParameter.Builder.create(stack, "Seconds").type("Number").build();
        StreamingImageDeletion image = StreamingImageDeletion.Builder.create(stack, "Image")
                .studioId(text.getValueAsString())
                .streamingImageId(text.getValueAsString())
                .onRollback(new OnRollback(text.getValueAsString()))
                .onServiceRetired(new OnServiceRetired(text.getValueAsString()))
                .serviceTimeout(Duration.seconds(seconds.getValueAsNumber()))
                .provider(StreamingImageDeletionProvider.fromServiceToken(stack, "Provider", text.getValueAsString()))
                .build();

        Map<String, String> ref = Map.of("Ref", "Text");
        Fixture.template(Stack.of(image))
                .hasResourceProperties(
                        StreamingImageDeletion.RESOURCE_TYPE,
                        Map.of(
                                "ServiceToken", ref,
                                "StudioId", ref,
                                "StreamingImageId", ref,
                                "OnRollback", ref,
                                "OnServiceRetired", ref,
                                "ServiceTimeout", Map.of("Ref", "Seconds")));
    }
}
