package io.github.streamingimage.emulator.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StackTemplateTest {

    @Test
    void refusesADependencyOnWhatIsNotDeclared() {
        assertThatThrownBy(() -> StackTemplate.of(
                        "Image", ScriptedStacks.image("image-1").dependingOn("Nothing")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DependsOn: Image depends on Nothing, which is not declared");
    }

    @Test
    void refusesACircle() {
        Map<String, ResourceDeclaration> circle =
                Map.of("One", OtherResource.succeeding("Two"), "Two", OtherResource.succeeding("One"));

        assertThatThrownBy(() -> new StackTemplate(circle))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("DependsOn: circular dependency");
    }

    @Test
    void refusesALogicalIdThatCloudFormationWouldRefuse() {
        assertThatThrownBy(() -> StackTemplate.of("my-image", ScriptedStacks.image("image-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("logical id my-image: ");
    }

    @Test
    void refusesAServiceTimeoutOutOfRange() {
        for (Object timeout : Arrays.asList(0, 3601, "soon")) {
            assertThatThrownBy(() -> CustomResource.of(Map.of("ServiceTimeout", timeout)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("ServiceTimeout: ");
        }
        assertThat(CustomResource.of(Map.of()).serviceTimeoutSeconds()).isEqualTo(3600);
    }

    @Test
    void refusesAPropertyThatIsNull() {
        assertThatThrownBy(() -> CustomResource.of(Collections.singletonMap("StudioId", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("StudioId: ");
    }

    @Test
    void turnsScalarsIntoStringsAtAnyDepth() {
        CustomResource resource = CustomResource.of(Map.of("Outer", Map.of("Inner", 7)));

        assertThat(resource.properties()).isEqualTo(Map.of("Outer", Map.of("Inner", "7")));
    }
}
