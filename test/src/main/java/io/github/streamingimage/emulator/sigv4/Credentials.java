package io.github.streamingimage.emulator.sigv4;

import java.util.Objects;
import java.util.Optional;

/** Credentials that an emulator accepts; the secret and the session token never show in {@link #toString()}. */
public record Credentials(String accessKeyId, String secretAccessKey, Optional<String> sessionToken) {
    public Credentials {
        Objects.requireNonNull(sessionToken, "sessionToken");
        if (!accessKeyId.matches("\\w{1,128}")) {
            throw new IllegalArgumentException("accessKeyId must be 1 to 128 letters and digits: " + accessKeyId);
        }
        if (secretAccessKey.isEmpty()) {
            throw new IllegalArgumentException("secretAccessKey must not be empty");
        }
    }

    /** Long-lived credentials, without a session token. */
    public static Credentials of(String accessKeyId, String secretAccessKey) {
        return new Credentials(accessKeyId, secretAccessKey, Optional.empty());
    }

    /** Temporary credentials, like those of a function's role: requests must also carry the session token. */
    public static Credentials temporary(String accessKeyId, String secretAccessKey, String sessionToken) {
        return new Credentials(accessKeyId, secretAccessKey, Optional.of(sessionToken));
    }

    @Override
    public String toString() {
        return "Credentials[" + accessKeyId + "]";
    }
}
