package io.github.streamingimage.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.assertions.Template;

/** A build of its own with the packaged library as its one dependency, in {@code src/test/consumer}. */
class ConsumerProjectIT {
    private static final String GROUP = "io/github/streamingimage";
    private static final String VERSION = System.getProperty("library.version");
    private static final String LEAST_CDK = "2.235.0";
    private static final String JSII_OF_THE_LEAST = "1.125.0";
    private static final Path MAVEN = Path.of("../mvnw").toAbsolutePath();
    /** What {@code cdk init} writes. */
    private static final Path FLAGS =
            Path.of("target/npm/node_modules/aws-cdk/lib/init-templates/.recommended-feature-flags.json");

    @TempDir
    Path directory;

    /** A copy of the consumer, with what a user's Maven finds in its local repository: the library's jar and POM, and that of its parent. */
    private Path project(String name) throws IOException {
        Path project = directory.resolve(name);
        publish(project, "streaming-image-deletion", ".pom", Path.of("../pom.xml"));
        publish(project, "streaming-image-deletion-infra", ".pom", Path.of("pom.xml"));
        publish(
                project,
                "streaming-image-deletion-infra",
                ".jar",
                Path.of("target/streaming-image-deletion-infra-%s.jar".formatted(VERSION)));
        try (Stream<Path> files = Files.walk(Path.of("src/test/consumer"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = project.resolve(Path.of("src/test/consumer").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return project;
    }

    private static void publish(Path project, String artifact, String end, Path file) throws IOException {
        Path target =
                project.resolve("local/%s/%s/%s/%s-%s%s".formatted(GROUP, artifact, VERSION, artifact, VERSION, end));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
    }

    private static void run(Path project, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path output = project.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().remove("MAVEN_PROJECTBASEDIR");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("%s ends", command).isTrue();
        assertThat(process.exitValue())
                .as("%s:%n%s", command, Files.readString(output))
                .isZero();
    }

    /** Builds the consumer with a version of the CDK, and tells its class path. */
    private static String build(Path project, String cdk) throws IOException, InterruptedException {
        Path classPath = project.resolve("classpath.txt");
        List<String> command = new ArrayList<>(List.of(
                MAVEN.toString(),
                "--batch-mode",
                "--quiet",
                // A repository of its own before that of the machine, so that nothing of the library is left there.
                "-Dmaven.repo.local=" + project.resolve("local"),
                "-Dmaven.repo.local.tail=" + machinesRepository(),
                "-Dmaven.repo.local.tail.ignoreAvailability=true",
                "-Dlibrary.version=" + VERSION,
                "-Dmdep.outputFile=" + classPath,
                "compile",
                "dependency:build-classpath"));
        if (!cdk.equals("newest")) {
            command.addAll(List.of("-Dconsumer.cdk=" + cdk, "-Dconsumer.jsii=" + JSII_OF_THE_LEAST));
        }
        run(project, Map.of(), command);
        return project.resolve("target/classes") + File.pathSeparator + Files.readString(classPath);
    }

    private static String machinesRepository() {
        return System.getProperty(
                "localRepository",
                Path.of(System.getProperty("user.home"), ".m2/repository").toString());
    }

    /** The templates of the consumer with that version of the CDK. */
    private List<Path> synthesize(String cdk, String context) {
        try {
            Path project = project(cdk);
            String classPath = build(project, cdk);
            Path out = project.resolve("cdk.out");
            run(
                    project,
                    Map.of("CDK_OUTDIR", out.toString(), "CDK_CONTEXT_JSON", context),
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath,
                            "io.github.streamingimage.consumer.ConsumerApp"));
            try (Stream<Path> files = Files.list(out)) {
                return files.filter(file -> file.toString().endsWith("template.json"))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /**
     * One test, since Maven, the CDK and the validator each take seconds to start; the newest CDK without flags is that of all other
     * tests.
     */
    @Test
    void deploysInAnOrderThatDeletesEveryImageFirstWithTheLeastAndTheNewestCdkAndItsFlags() throws Exception {
        String flags = Files.readString(FLAGS);
        CompletableFuture<List<Path>> least = CompletableFuture.supplyAsync(() -> synthesize(LEAST_CDK, "{}"));
        CompletableFuture<List<Path>> newest = CompletableFuture.supplyAsync(() -> synthesize("newest", flags));

        List<Path> all = new ArrayList<>();
        for (List<Path> templates : List.of(least.get(), newest.get())) {
            int images = 0;
            for (Path template : templates) {
                images += images(TemplateGraph.of(Template.fromString(Files.readString(template))));
            }
            assertThat(templates).hasSize(7);
            assertThat(images).isEqualTo(2 * 4 + 4);
            all.addAll(templates);
        }
        assertThat(TemplateValidator.findings(all)).isEmpty();
    }

    /** How many images a template has; all else that it has is there before one of them, and goes after it. */
    private static int images(TemplateGraph graph) {
        Set<String> images = graph.ofType("Custom::StreamingImageDeletion");
        images.addAll(graph.ofType("Custom::AppStreamImageDeletion"));
        Set<String> nested = graph.ofType("AWS::CloudFormation::Stack");
        Set<String> first = images.isEmpty() ? nested : images;
        if (!first.isEmpty()) {
            Set<String> others = graph.allBut(first);
            first.forEach(each -> others.removeAll(graph.dependenciesOf(each)));
            assertThat(others).as("deleted at any time").isEmpty();
        }
        return images.size();
    }
}
