package io.github.streamingimage.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.emulator.lambda.JavaRuntime;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstalledJavaTest {

    private static final Path HOME = JavaRuntime.running().home();

    @Test
    void takesTheFirstOfEachReleaseThatIsWantedInTheirOrder() {
        JavaRuntime newest = new JavaRuntime(HOME, 25);
        JavaRuntime oldest = new JavaRuntime(HOME, 17);
        JavaRuntime another = new JavaRuntime(HOME.resolve("."), 17);
        InstalledJava java = InstalledJava.of(List.of(newest, new JavaRuntime(HOME, 21), oldest, another));
        assertThat(java.found()).containsExactly(oldest, newest);
        assertThat(java.missing()).isEmpty();
    }

    @Test
    void tellsWhichReleaseIsNotThere() {
        InstalledJava java = InstalledJava.of(List.of(new JavaRuntime(HOME, 25)));
        assertThat(java.found()).extracting(JavaRuntime::feature).containsExactly(25);
        assertThat(java.missing()).containsExactly(17);
    }

    @Test
    void findsTheRunningJavaByItself() {
        int running = Runtime.version().feature();
        InstalledJava java = InstalledJava.find(List.of());
        assertThat(java.found().stream().anyMatch(runtime -> runtime.feature() == running))
                .isEqualTo(running == 17 || running == 25);
    }
}
