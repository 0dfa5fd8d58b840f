package io.github.streamingimage.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A made-up repository with one module, one file and one test, {@code GreetingTest}, which wants the file to say hello. Its build is
 * a shell script that writes what Surefire would.
 */
final class TinyProject {

    private static final String BUILD = """
            #!/bin/sh
            for argument; do case $argument in -Dtest=*) tests=${argument#-Dtest=} ;; esac; done
            grep -q nonsense greeting.txt && exit 1
            if grep -q asleep greeting.txt; then sleep 600; fi
            mkdir -p lambda/target/surefire-reports
            report=lambda/target/surefire-reports/TEST-GreetingTest.xml
            case $tests in *GreetingTest*) ;; *) exit 0 ;; esac
            echo '<testsuite><testcase name="greets" classname="a.GreetingTest">' >$report
            grep -q hello greeting.txt || echo '<failure/>' >>$report
            echo '</testcase></testsuite>' >>$report
            """;

    final Path root;

    TinyProject(Path root) throws IOException {
        this.root = root;
        git("init", "--quiet");
        write(".gitignore", "target/\n");
        write("greeting.txt", "hello\n");
        build(BUILD);
    }

    void build(String script) throws IOException {
        assertThat(write("mvnw", script).toFile().setExecutable(true)).isTrue();
    }

    /** A patch that makes the file say something else. */
    void breakage(String name, String from, String to) throws IOException {
        breakage(name, "GreetingTest", from, to);
    }

    void breakage(String name, String test, String from, String to) throws IOException {
        write("test/breakages.d/" + name + ".patch", """
                Breaks: it says %s
                Modules: lambda
                Test: %s

                --- a/greeting.txt
                +++ b/greeting.txt
                @@ -1 +1 @@
                -%s
                +%s
                """.formatted(to, test, from, to));
    }

    Path write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private void git(String... words) throws IOException {
        String[] command = new String[words.length + 1];
        command[0] = "git";
        System.arraycopy(words, 0, command, 1, words.length);
        assertThat(new ExternalCommand(root, command).run(root.resolve("target/git.log"), Duration.ofMinutes(1)))
                .hasValue(0);
    }
}
