package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Match;

class AppStreamImageDeletionTest {

    private static AppStreamImageDeletion.Builder valid() {
        Stack stack = new Stack();
        return AppStreamImageDeletion.Builder.create(stack, "Image")
                .imageName("lab-2026.11_a")
                .provider(AppStreamImageDeletionProvider.fromServiceToken(stack, "Provider", "arn"));
    }

    @Test
    void leavesDefaultsOutOfTheTemplate() {
        Fixture.template(Fixture.FLEET)
                .hasResourceProperties(
                        "Custom::AppStreamImageDeletion",
                        Match.objectEquals(Map.of("ServiceToken", Match.anyValue(), "ImageName", "lab-2026-11")));
    }

    @Test
    void writesEveryPropertyThatDiffersFromItsDefault() {
        AppStreamImageDeletion image = valid().onRollback(OnRollback.DELETE)
                .serviceTimeout(Duration.minutes(20))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();

        Fixture.template(Stack.of(image))
                .hasResource(
                        "Custom::AppStreamImageDeletion",
                        Map.of(
                                "Properties",
                                Match.objectEquals(Map.of(
                                        "ServiceToken",
                                        "arn",
                                        "ImageName",
                                        "lab-2026.11_a",
                                        "OnRollback",
                                        "Delete",
                                        "ServiceTimeout",
                                        "1200")),
                                "DeletionPolicy",
                                "Retain"));
    }

    @Test
    void handsOutTheAttributesOfTheImage() {
        AppStreamImageDeletion image = valid().build();
        Stack stack = Stack.of(image);
        Map<String, String> attributes = Map.of(
                "Arn", image.getImageArn(),
                "Name", image.getImageName(),
                "Platform", image.getPlatform(),
                "State", image.getState(),
                "BaseImageArn", image.getBaseImageArn(),
                "CreatedTime", image.getCreatedTime());

        attributes.forEach((attribute, token) ->
                assertThat(stack.resolve(token)).isEqualTo(Map.of("Fn::GetAtt", List.of("Image9D742C96", attribute))));
        assertThat(stack.resolve(image.getRef())).isEqualTo(Map.of("Ref", "Image9D742C96"));
    }

    @Test
    void givesItsNameToTheFleetOfTheExample() {
        Fixture.template(Fixture.FLEET)
                .hasResourceProperties(
                        "AWS::AppStream::Fleet",
                        Map.of("ImageName", Map.of("Fn::GetAtt", List.of("Image9D742C96", "Name"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-lab", "a b", "lab/1", "lab*", "ä"})
    void refusesANameThatNoImageCanHave(String name) {
        assertThatThrownBy(() -> valid().imageName(name).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("imageName must match [a-zA-Z0-9][a-zA-Z0-9_.-]{0,100}, but was '%s'", name);
    }

    @Test
    void refusesANameOf102CharactersAndNone() {
        assertThatThrownBy(() -> valid().imageName("n".repeat(102)).build()).hasMessageStartingWith("imageName must");
        valid().imageName("n".repeat(101)).build();
        assertThatThrownBy(() -> valid().imageName(null).build()).hasMessage("imageName is missing; it is required");
    }
}
