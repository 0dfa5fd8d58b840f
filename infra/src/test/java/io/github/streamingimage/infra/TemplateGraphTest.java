package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateGraphTest {

    @Test
    void followsEveryWayInWhichAResourceCanNameAnother() {
        TemplateGraph graph = TemplateGraph.of(Map.of(
                "A",
                Map.of(
                        "Type",
                        "T",
                        "DependsOn",
                        "B",
                        "Properties",
                        Map.of(
                                "P", List.of(Map.of("Ref", "C")),
                                "Q", Map.of("Fn::GetAtt", List.of("D", "Arn")),
                                "R", Map.of("Fn::Sub", "x${E.Arn}y${AWS::Region}"),
                                "S", Map.of("Fn::Sub", List.of("${v}", Map.of("v", Map.of("Ref", "F")))),
                                "U", Map.of("Ref", "AWS::Region"))),
                "B",
                Map.of("Type", "T", "DependsOn", List.of("G")),
                "C",
                Map.of("Type", "T"),
                "D",
                Map.of("Type", "T"),
                "E",
                Map.of("Type", "T"),
                "F",
                Map.of("Type", "T"),
                "G",
                Map.of("Type", "T", "Properties", Map.of("P", Map.of("Ref", "B"))),
                "H",
                Map.of("Type", "T")));

        assertThat(graph.dependenciesOf("A")).containsExactly("B", "C", "D", "E", "F", "G");
        assertThat(graph.dependenciesOf("B")).as("in a circle").containsExactly("B", "G");
        assertThat(graph.dependenciesOf("H")).isEmpty();
    }
}
