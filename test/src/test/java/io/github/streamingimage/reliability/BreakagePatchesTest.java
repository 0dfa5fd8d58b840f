package io.github.streamingimage.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The deliberate breakages as they are kept: whoever changes what one of them breaks sees at once that it has to follow. */
class BreakagePatchesTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path directory;

    private List<Breakage> breakages;

    @BeforeEach
    void readThem() throws IOException {
        breakages = Breakage.in(Breakages.directory(REPOSITORY));
    }

    @Test
    void applyToTheFilesAsTheyAre() throws IOException {
        List<String> outdated = new ArrayList<>();
        // All at once, since that takes a tenth of the time; one by one only to tell which.
        if (!apply(breakages)) {
            for (Breakage breakage : breakages) {
                if (!apply(List.of(breakage))) {
                    outdated.add(breakage.name());
                }
            }
        }
        assertThat(outdated).isEmpty();
    }

    /** Each by itself to the same files: Git only checks. */
    private boolean apply(List<Breakage> chosen) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "apply", "--check"));
        chosen.forEach(breakage -> command.add(breakage.patch().toString()));
        return new ExternalCommand(REPOSITORY, command.toArray(String[]::new))
                        .run(directory.resolve("git.log"), Duration.ofMinutes(1))
                        .orElse(-1)
                == 0;
    }

    @Test
    void nameTestsThatThereAre() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Breakage breakage : breakages) {
            if (breakage.modules().stream().noneMatch(module -> hasTest(module, breakage.test()))) {
                missing.add(breakage.name() + " of " + breakage.modules() + ": " + breakage.test());
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean hasTest(String module, String test) {
        try (Stream<Path> files = Files.walk(REPOSITORY.resolve(module).resolve("src/test/java"))) {
            return files.anyMatch(file -> file.endsWith(test + ".java"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
