package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CdkVersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"2.234.1", "2.99.0", "1.204.0"})
    void saysInOneLineWhichVersionIsNeededAndWhichIsThere(String version) {
        assertThatThrownBy(() -> CdkVersion.check(version))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "streaming-image-deletion needs aws-cdk-lib 2.235.0 or newer, but the app has %s: set its version in"
                                + " the build",
                        version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.235.0", "2.1000.3", "3.0.0", "from a branch"})
    void letsNewerOnesPass(String version) {
        assertThatCode(() -> CdkVersion.check(version)).doesNotThrowAnyException();
    }

    @Test
    void letsPassWhatDoesNotKnowItsVersion() {
        assertThatCode(() -> CdkVersion.check(null)).doesNotThrowAnyException();
        assertThatCode(CdkVersion::check).doesNotThrowAnyException();
    }
}
