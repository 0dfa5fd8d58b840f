package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

class FunctionCodeTest {

    private static Path extracted(App app) throws IOException {
        FunctionCode.of(new Stack(app, "Stack"));
        try (Stream<Path> files = Files.list(Path.of(app.getAssetOutdir()))) {
            List<Path> jars = files.filter(
                            file -> file.getFileName().toString().startsWith("streaming-image-deletion-"))
                    .toList();
            assertThat(jars).hasSize(1);
            return jars.get(0);
        }
    }

    @Test
    void isWhatTheLibraryCarries() throws IOException {
        try (InputStream carried = FunctionCode.class.getResourceAsStream(FunctionCode.RESOURCE)) {
            assertThat(extracted(new App())).hasBinaryContent(carried.readAllBytes());
        }
    }

    @Test
    void holdsTheHandlerAndWhatItNeeds() throws IOException {
        try (ZipFile jar = new ZipFile(extracted(new App()).toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains(
                            "io/github/streamingimage/StreamingImageDeletionHandler.class",
                            "com/amazonaws/services/lambda/runtime/RequestStreamHandler.class");
        }
    }

    /** LICENSE and NOTICE are Jackson's, with an end those of the AWS SDK. */
    @Test
    void carriesTheLicensesAndNoticesOfAllThatItRedistributes() throws IOException {
        try (ZipFile jar = new ZipFile(extracted(new App()).toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .contains(
                            "META-INF/LICENSE",
                            "META-INF/NOTICE",
                            "META-INF/LICENSE.txt",
                            "META-INF/NOTICE.txt",
                            "META-INF/slf4j-LICENSE",
                            "META-INF/FastDoubleParser-LICENSE");
            try (InputStream license = jar.getInputStream(jar.getEntry("META-INF/LICENSE"))) {
                assertThat(license).hasContent(Files.readString(Path.of("../LICENSE")));
            }
        }
        assertThat(Path.of("target/classes/META-INF/LICENSE")).hasSameTextualContentAs(Path.of("../LICENSE"));
        assertThat(Path.of("target/classes/META-INF/NOTICE")).content().contains("streaming-image-deletion authors");
    }

    @Test
    void hasTheSameNameAndDigestInEverySynthesis() throws IOException {
        assertThat(extracted(new App()).getFileName())
                .isEqualTo(extracted(new App()).getFileName());
        assertThat(assets(Fixture.APP)).hasSize(1).isEqualTo(assets(anotherApp()));
    }

    private static App anotherApp() {
        App app = new App();
        new StreamingImageDeletionProvider(new Stack(app, "Stack"), "Provider");
        return app;
    }

    private static Set<String> assets(App app) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(app.synth().getDirectory()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("asset.") && name.endsWith(".jar"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
