package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The app's templates and those of the example stacks, which make their providers by themselves, as they are committed, but for the digests
 * of assets: with another logical id a deployed function is replaced, and every ServiceToken is void. A change that is meant is
 * written down with the system property {@code updateSnapshots}: {@code ./mvnw -pl infra -am package -DupdateSnapshots}.
 */
class TemplateSnapshotTest {
    private static final Path SNAPSHOTS = Path.of("src/test/resources/io/github/streamingimage/infra");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "StreamingImageDeletionProvider",
                "StreamingImageDeletionExample",
                "AppStreamImageDeletionProvider",
                "AppStreamImageDeletionExample",
                "Defaults",
                "Fleet"
            })
    void isTheCommittedTemplate(String stack) throws IOException {
        Path synthesized = Path.of(Fixture.APP.synth().getStackByName(stack).getTemplateFullPath());
        String template = Files.readString(synthesized)
                        .replaceAll("[0-9a-f]{64}", "<digest of the asset>")
                        .strip() + "\n";
        Path snapshot = SNAPSHOTS.resolve(stack + ".template.json");

        if (System.getProperty("updateSnapshots") != null) {
            Files.writeString(snapshot, template);
        }

        assertThat(template).isEqualTo(Files.readString(snapshot));
    }
}
