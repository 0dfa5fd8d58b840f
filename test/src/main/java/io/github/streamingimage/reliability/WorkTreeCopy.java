package io.github.streamingimage.reliability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A copy of the repository's files as they are, committed or not, to be broken and built; {@link #close()} removes it, and so does the
 * next one.
 */
final class WorkTreeCopy implements AutoCloseable {

    private static final Duration GIT_LIMIT = Duration.ofMinutes(1);

    /** Words for a test of Maven without what says nothing about behaviour; a test that fails is no failure of the build. */
    private static final List<String> TEST_ARGUMENTS = List.of(
            "-q",
            "-B",
            "-Dspotless.check.skip=true",
            "-Dmaven.test.failure.ignore=true",
            "-Dsurefire.failIfNoSpecifiedTests=false",
            // Compiles what is newer than its class, and nothing else.
            "-Dmaven.compiler.useIncrementalCompilation=false");

    /** What the emulators run, the function that the deployment takes along, and the tools of its tests. */
    private static final List<String> BUILT_BEFORE = List.of(
            "test/target/function",
            "infra/target/classes/io/github/streamingimage/infra/streaming-image-deletion.jar",
            "infra/target/npm");

    private static final String INFRA = "infra";

    private final Path root;
    private final Path log;

    private WorkTreeCopy(Path root, Path log) {
        this.root = root;
        this.log = log;
    }

    /** @param log takes what Git and the build print, each command in place of the one before */
    static WorkTreeCopy of(Path repository, Path log) throws IOException {
        ExternalCommand list =
                new ExternalCommand(repository, "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        if (list.run(log, GIT_LIMIT).orElse(-1) != 0) {
            throw new IOException("git cannot list the files of " + repository + ": see " + log);
        }
        List<Path> files = new ArrayList<>();
        for (String file : Files.readString(log, StandardCharsets.UTF_8).split("\0")) {
            files.add(Path.of(file));
        }
        files.addAll(builtBefore(repository));
        WorkTreeCopy copy = new WorkTreeCopy(repository.resolve("test/target/breakages"), log);
        remove(copy.root);
        for (Path file : files) {
            Path source = repository.resolve(file);
            if (Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
                Path target = copy.root.resolve(file);
                Files.createDirectories(target.getParent());
                Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        }
        return copy;
    }

    /** What the copy takes from an earlier build, when there was one: making it takes longer than any test that needs it. */
    private static List<Path> builtBefore(Path repository) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String built : BUILT_BEFORE) {
            Path path = repository.resolve(built);
            if (Files.exists(path)) {
                try (Stream<Path> files = Files.walk(path)) {
                    files.filter(Files::isRegularFile)
                            .map(repository::relativize)
                            .forEach(found::add);
                }
            }
        }
        return found;
    }

    /** @return whether it could be; nothing has changed if not */
    boolean apply(Path patch) throws IOException {
        return git("apply", patch.toAbsolutePath().toString());
    }

    void takeBack(Path patch) throws IOException {
        if (!git("apply", "--reverse", patch.toAbsolutePath().toString())) {
            throw new IOException(patch + " cannot be taken back: see " + log);
        }
    }

    private boolean git(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        // Otherwise Git would find the repository that the copy lies in, and apply nothing to files that it ignores.
        Map<String, String> noRepository = Map.of(
                "GIT_CEILING_DIRECTORIES", root.toAbsolutePath().getParent().toString());
        return new ExternalCommand(root, command, noRepository)
                        .run(log, GIT_LIMIT)
                        .orElse(-1)
                == 0;
    }

    /**
     * Compiles the modules and runs the test classes in them.
     *
     * @return the exit status of the build, zero also when tests fail; nothing when the time was up
     */
    OptionalInt test(List<String> modules, List<String> tests, Duration limit) throws IOException {
        for (Path reports : reports(modules)) {
            remove(reports);
        }
        List<String> words = new ArrayList<>(List.of("./mvnw"));
        words.addAll(TEST_ARGUMENTS);
        if (modules.contains(INFRA)) {
            // It would take the function along from a package of this build, and make templates that no test reads.
            words.addAll(List.of("-Dmdep.skip", "-Dtemplates.skip"));
        }
        words.addAll(List.of(
                "-pl",
                String.join(",", modules),
                "-Dtest=" + String.join(",", tests),
                "test-compile",
                "surefire:test@default-test"));
        return new ExternalCommand(root, words, Map.of()).run(log, limit);
    }

    /** What the tests of the latest build in these modules came to. */
    TestReport report(List<String> modules) throws IOException {
        return TestReport.in(reports(modules));
    }

    private List<Path> reports(List<String> modules) {
        return modules.stream()
                .map(module -> root.resolve(module).resolve("target/surefire-reports"))
                .toList();
    }

    @Override
    public void close() throws IOException {
        remove(root);
    }

    private static void remove(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
