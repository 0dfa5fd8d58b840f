package io.github.streamingimage.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What CloudFormation makes of {@code Ref}, {@code Fn::Join} and {@code Fn::Split}, given the values of parameters. */
final class CloudFormationFunctions {
    private CloudFormationFunctions() {}

    static Object evaluate(Object value, Map<String, ?> parameters) {
        if (!(value instanceof Map<?, ?> function)) {
            return value;
        }
        if (function.get("Ref") != null) {
            return parameters.get(function.get("Ref"));
        }
        if (function.get("Fn::Join") instanceof List<?> join) {
            return list(join.get(1), parameters).stream()
                    .map(each -> (String) evaluate(each, parameters))
                    .collect(Collectors.joining((String) join.get(0)));
        }
        List<?> split = (List<?>) function.get("Fn::Split");
        return List.of(((String) evaluate(split.get(1), parameters)).split((String) split.get(0)));
    }

    private static List<?> list(Object value, Map<String, ?> parameters) {
        return new ArrayList<>((List<?>) evaluate(value, parameters));
    }
}
