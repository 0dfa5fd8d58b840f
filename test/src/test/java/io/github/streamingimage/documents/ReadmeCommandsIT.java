package io.github.streamingimage.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Runs the commands of README.md, in their order, as somebody does who has just cloned the repository. Three kinds are not run as they
 * stand: {@code deploy} needs an account, and is a {@code synth} here; {@code bootstrap} needs one too, and is asked for its help;
 * the build is what runs this test. A command of another kind
 * fails the test until it is told how to run it.
 */
@Isolated("it builds, which would slow down tests that have little time")
class ReadmeCommandsIT {

    private static final String README = "README.md";
    private static final Pattern INLINE = Pattern.compile("`((?:\\./mvnw|npx) [^`]+)`");
    private static final long MOST_MINUTES = 10;

    /** The pinned command line of the CDK, where npx looks first. */
    private static final Path NODE_MODULES = Repository.ROOT.resolve("infra/target/npm/node_modules");

    @TempDir
    Path clone;

    @AfterEach
    void keepTheNodeModules() throws IOException {
        Files.deleteIfExists(clone.resolve("node_modules"));
    }

    @Test
    void everyCommandOfTheReadmeRuns() throws Exception {
        copyTheRepository();
        Set<String> commands = commands();
        assertThat(commands).contains("test/local-run", "./mvnw -B verify");
        for (String command : commands) {
            if (command.equals("test/local-run")) {
                assertThat(run(command))
                        .contains("DELETE_COMPLETE", "PASS: 3 of 3 images are gone")
                        .containsPattern("(?m)^image-3 +DELETED +SUCCESS ");
            } else if (command.matches("npx aws-cdk@2 (?:deploy|synth)( \\w+)?")) {
                assertThat(run(command.replace(" deploy", " synth"))).contains("AWS::StepFunctions::StateMachine");
            } else if (command.equals("npx aws-cdk@2 bootstrap")) {
                assertThat(run(command + " --help")).contains("cdk bootstrap");
            } else {
                assertThat(isTheBuild(command))
                        .as("%s has the command '%s', which no test runs", README, command)
                        .isTrue();
            }
        }
    }

    /** What continuous integration runs, or the same build without its tests, for what it installs. */
    private static boolean isTheBuild(String command) {
        return Repository.read(".ci/run").endsWith("exec " + command + "\n")
                || command.equals("./mvnw -B install -DskipTests -DskipITs");
    }

    private static Set<String> commands() {
        Stream<String> inBlocks = Repository.blocks(README, "sh").stream()
                .flatMap(block -> block.replace("\\\n", " ").lines())
                .map(line -> line.replaceAll("\\s+#.*|^#.*", "").strip())
                .filter(line -> !line.isEmpty());
        Stream<String> inline =
                INLINE.matcher(Repository.prose(README)).results().map(found -> found.group(1));
        return new LinkedHashSet<>(Stream.concat(inBlocks, inline).toList());
    }

    private void copyTheRepository() throws IOException {
        for (String file : Repository.files()) {
            Path copy = clone.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Repository.ROOT.resolve(file), copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
        assertThat(NODE_MODULES.resolve(".bin/cdk")).exists();
        Files.createSymbolicLink(clone.resolve("node_modules"), NODE_MODULES);
    }

    private String run(String command) throws IOException, InterruptedException {
        Path output = clone.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-c", command))
                .directory(clone.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.equals("MAVEN_PROJECTBASEDIR"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("npm_config_offline", "true");
        builder.environment().put("CDK_DISABLE_CLI_TELEMETRY", "true");
        Process process = builder.start();
        boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String text = Files.readString(output);
        assertThat(ended).as("'%s' ends:%n%s", command, text).isTrue();
        assertThat(process.exitValue()).as("'%s':%n%s", command, text).isZero();
        return text;
    }
}
