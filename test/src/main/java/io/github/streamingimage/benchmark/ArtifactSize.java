package io.github.streamingimage.benchmark;

import io.github.streamingimage.emulator.lambda.FunctionArtifacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The size of the function's jar, and whose classes it is. */
final class ArtifactSize implements Section {

    private static final long MOST = 6_000_000;
    private static final Map<String, String> OWNERS = Map.of(
            "io/github/streamingimage/", "this project",
            "com/fasterxml/jackson/", "jackson-core",
            "software/amazon/awssdk/", "the AWS SDK's signer and what it needs",
            "com/amazonaws/services/lambda/", "aws-lambda-java-core");

    @Override
    public String title() {
        return "Artifact";
    }

    @Override
    public Outcome run(Path directory) throws IOException {
        Path jar = FunctionArtifacts.find().functionJar();
        long size = Files.size(jar);
        Map<String, Long> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream().forEach(entry -> parts.merge(owner(entry), entry.getCompressedSize(), Long::sum));
        }
        Table table = new Table("part of the function's jar", "KiB, compressed");
        parts.forEach((owner, bytes) -> table.row(owner, Math.round(bytes / 1024.0)));
        return new Outcome(
                List.of(new Goal(
                        "the function's jar has at most 6 MB", Samples.figure(size / 1e6) + " MB", size <= MOST)),
                table.toString());
    }

    private static String owner(ZipEntry entry) {
        return OWNERS.entrySet().stream()
                .filter(owner -> entry.getName().startsWith(owner.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("others");
    }
}
