package io.github.streamingimage.infra;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;

class CdkNagTest {

    static List<Stack> stacks() {
        return Fixture.withProvider();
    }

    @ParameterizedTest
    @MethodSource("stacks")
    void findsNothingThatIsNotExplained(Stack stack) {
        Annotations annotations = Annotations.fromStack(stack);

        annotations.hasNoError("*", Match.anyValue());
        annotations.hasNoWarning("*", Match.anyValue());
    }

    @Test
    void findsWhatIsNotExplained() {
        Annotations.fromStack(Fixture.CARELESS).hasError("*", Match.stringLikeRegexp("AwsSolutions-S10.*"));
    }
}
