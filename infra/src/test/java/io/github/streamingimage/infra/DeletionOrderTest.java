package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Stack;

/** CloudFormation deletes in reverse order of dependency: what an image depends on outlives it. */
class DeletionOrderTest {

    static List<Stack> stacksWithProviderAndImage() {
        return List.of(
                Fixture.DEFAULTS, Fixture.FLEET, Fixture.INLINE, Fixture.EVERYTHING, Fixture.APPSTREAM_EVERYTHING);
    }

    static List<Stack> stacksWithProvider() {
        return Fixture.withProvider();
    }

    @ParameterizedTest
    @MethodSource("stacksWithProviderAndImage")
    void allOfTheProviderOutlivesEveryImage(Stack stack) {
        TemplateGraph graph = TemplateGraph.of(Fixture.template(stack));
        Set<String> images = images(graph);

        assertThat(images).isNotEmpty();
        Set<String> provider = graph.allBut(images);
        provider.removeIf(id -> !id.contains("Provider"));
        assertThat(provider).hasSizeGreaterThan(10);
        assertThat(images)
                .allSatisfy(image -> assertThat(graph.dependenciesOf(image)).containsAll(provider));
    }

    private static Set<String> images(TemplateGraph graph) {
        Set<String> images = graph.ofType("Custom::StreamingImageDeletion");
        images.addAll(graph.ofType("Custom::AppStreamImageDeletion"));
        return images;
    }

    @Test
    void theWayOutOfANetworkOutlivesEveryImage() {
        TemplateGraph graph = TemplateGraph.of(Fixture.template(Fixture.ISOLATED));
        Set<String> wayOut = graph.ofType("AWS::EC2::VPCEndpoint");
        wayOut.addAll(graph.ofType("AWS::EC2::SecurityGroupEgress"));
        wayOut.addAll(graph.ofType("AWS::EC2::SecurityGroup"));
        wayOut.addAll(graph.ofType("AWS::EC2::SubnetRouteTableAssociation"));

        assertThat(wayOut).hasSize(3 + 1 + 3 + 2);
        assertThat(images(graph))
                .hasSize(1)
                .allSatisfy(image -> assertThat(graph.dependenciesOf(image)).containsAll(wayOut));
    }

    @Test
    void theFleetThatUsesAnImageGoesBeforeIt() {
        for (Stack stack : List.of(Fixture.FLEET, Fixture.APPSTREAM_PLAIN)) {
            TemplateGraph graph = TemplateGraph.of(Fixture.template(stack));
            String fleet = graph.ofType("AWS::AppStream::Fleet").iterator().next();

            assertThat(graph.dependenciesOf(fleet)).containsAll(images(graph));
        }
    }

    @Test
    void allOfAParentsProviderOutlivesTheImageOfANestedStack() {
        TemplateGraph parent = TemplateGraph.of(Fixture.template(Fixture.PARENT));
        TemplateGraph nested = TemplateGraph.of(Fixture.template(Fixture.NESTED));

        assertThat(nested.types().values()).containsExactly(StreamingImageDeletion.RESOURCE_TYPE);
        Set<String> nestedStack = parent.ofType("AWS::CloudFormation::Stack");
        assertThat(nestedStack).hasSize(1);
        assertThat(parent.dependenciesOf(nestedStack.iterator().next()))
                .containsExactlyElementsOf(parent.allBut(nestedStack));
    }

    @ParameterizedTest
    @MethodSource("stacksWithProvider")
    void noResourceDependsOnItself(Stack stack) {
        TemplateGraph graph = TemplateGraph.of(Fixture.template(stack));

        assertThat(graph.types().keySet())
                .noneMatch(id -> graph.dependenciesOf(id).contains(id));
    }

    @Test
    void theNetworkOutlivesTheFunctionsThatRunInIt() {
        TemplateGraph graph = TemplateGraph.of(Fixture.template(Fixture.EVERYTHING));

        assertThat(graph.ofType("AWS::Lambda::Function"))
                .hasSize(2)
                .allSatisfy(function -> assertThat(graph.dependenciesOf(function))
                        .containsAll(graph.ofType("AWS::EC2::NatGateway"))
                        .containsAll(graph.ofType("AWS::EC2::SubnetRouteTableAssociation").stream()
                                .filter(id -> id.contains("Private"))
                                .toList()));
    }
}
