package io.github.streamingimage.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/**
 * The function's code, which this library carries; as a file its name is the digest of its content, so that a synthesis
 * without a change is without a difference.
 */
final class FunctionCode {
    static final String RESOURCE = "streaming-image-deletion.jar";

    private FunctionCode() {}

    /** Puts the code beside the other assets of the app, where a synthesis without staging needs it to stay. */
    static Code of(Construct scope) {
        byte[] content = content();
        Path file = Path.of(Stage.of(scope).getAssetOutdir())
                .resolve("streaming-image-deletion-%s.jar".formatted(digest(content)));
        try {
            if (!Files.exists(file)) {
                // Moved into place, so that a synthesis that is interrupted leaves no half a file under the final name.
                Path written = Files.write(file.resolveSibling(file.getFileName() + ".part"), content);
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the function's code cannot be written to " + file, e);
        }
        return Code.fromAsset(file.toString());
    }

    private static byte[] content() {
        try (InputStream resource = FunctionCode.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(
                        "the library was built without the function's code, %s".formatted(RESOURCE));
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
