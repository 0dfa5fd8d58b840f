package io.github.streamingimage.emulator.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/** Where a list goes on: after the image with this id; opaque on the wire. */
public record PageToken(String after) {
    public PageToken {
        Objects.requireNonNull(after, "after");
    }

    /** Empty when the service cannot have given this token. */
    public static Optional<PageToken> parse(String token) {
        try {
            return Optional.of(new PageToken(new String(Base64.getUrlDecoder().decode(token), UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(after.getBytes(UTF_8));
    }
}
