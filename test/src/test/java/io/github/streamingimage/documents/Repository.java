package io.github.streamingimage.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The repository's files, without what a build or a tool has put beside them. */
final class Repository {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", "node_modules", "cdk.out", ".idea", ".vscode", ".settings", ".cifuzz-corpus");
    private static final Pattern FENCED = Pattern.compile("(?ms)^( *)```(\\w*)\\n(.*?)^ *```$");

    private Repository() {}

    /** All files, relative to the root, with slashes. */
    static List<String> files() {
        List<String> files = new ArrayList<>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return NOT_OURS.contains(directory.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(ROOT.relativize(file).toString().replace('\\', '/'));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The documents: every file in Markdown. */
    static Stream<String> documents() {
        return files().stream().filter(file -> file.endsWith(".md")).sorted();
    }

    static String read(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The blocks of code in that language, without their fences and indentation. */
    static List<String> blocks(String document, String language) {
        return FENCED.matcher(read(document))
                .results()
                .filter(block -> block.group(2).equals(language))
                .map(block -> block.group(3).replaceAll("(?m)^" + block.group(1), ""))
                .toList();
    }

    /** A document without its blocks of code. */
    static String prose(String document) {
        return FENCED.matcher(read(document)).replaceAll("");
    }

    /** The cells of all rows of tables whose first cell is one word in backticks, below a heading. */
    static List<List<String>> table(String document, String heading) {
        String section = section(document, heading);
        return Pattern.compile("(?m)^\\| `(\\w+)` \\|(.*)\\|$")
                .matcher(section)
                .results()
                .map(Repository::cells)
                .toList();
    }

    private static List<String> cells(MatchResult row) {
        List<String> cells = new ArrayList<>(List.of(row.group(1)));
        Stream.of(row.group(2).split("\\|")).map(String::strip).forEach(cells::add);
        return cells;
    }

    /** From a heading to the next one, of whatever level. */
    static String section(String document, String heading) {
        MatchResult found = Pattern.compile("(?ms)^#+ " + Pattern.quote(heading) + "$(.*?)(?=^#|\\z)")
                .matcher(read(document))
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s has no heading %s".formatted(document, heading)));
        return found.group(1);
    }

    /** The only place of a text that makes a claim; a claim that is worded anew needs its test worded anew. */
    static MatchResult claim(String text, String pattern) {
        List<MatchResult> claims =
                Pattern.compile(pattern).matcher(text).results().toList();
        if (claims.size() != 1) {
            throw new AssertionError("claimed %d times instead of once: %s".formatted(claims.size(), pattern));
        }
        return claims.get(0);
    }

    /** The words in backticks. */
    static List<String> quoted(String text) {
        return Pattern.compile("`(\\w+)`")
                .matcher(text)
                .results()
                .map(word -> word.group(1))
                .toList();
    }
}
