package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Template;

/** The templates that the build has written for whoever has neither JDK nor CDK. */
class PlainTemplatesTest {
    private static final Path DIRECTORY = Path.of("target/templates");

    static List<Path> templates() {
        return List.of(
                DIRECTORY.resolve("StreamingImageDeletionProvider.template.json"),
                DIRECTORY.resolve("AppStreamImageDeletionProvider.template.json"));
    }

    private static Template read(Path template) throws IOException {
        return Template.fromString(Files.readString(template));
    }

    @Test
    void takeTheCodeFromABucketOfOnesOwn() throws IOException {
        for (Path template : templates()) {
            read(template)
                    .allResourcesProperties(
                            "AWS::Lambda::Function",
                            Map.of(
                                    "Code",
                                    Map.of(
                                            "S3Bucket",
                                            Map.of("Ref", "CodeBucket"),
                                            "S3Key",
                                            Map.of("Ref", "CodeKey"))));
            assertThat(read(template).findParameters("*").keySet()).containsExactlyInAnyOrder("CodeBucket", "CodeKey");
        }
    }

    @Test
    void needNoBootstrappedAccount() throws IOException {
        for (Path template : templates()) {
            assertThat(Files.readString(template)).doesNotContain("cdk-bootstrap", "BootstrapVersion", "cdk-hnb659fds");
        }
    }

    /** Whoever has deployed the app's stack can go on with the template, and the other way round. */
    @Test
    void haveTheResourcesAndOutputsOfTheAppsStacks() throws IOException {
        for (Path template : templates()) {
            String stack = template.getFileName().toString().replace(".template.json", "");
            Map<String, Object> synthesized =
                    Fixture.template(Fixture.appStack(stack)).toJSON();
            Map<String, Object> plain = read(template).toJSON();

            for (String section : List.of("Resources", "Outputs")) {
                assertThat(((Map<?, ?>) plain.get(section)).keySet().toString())
                        .isEqualTo(
                                ((Map<?, ?>) synthesized.get(section)).keySet().toString());
            }
        }
    }
}
