package io.github.streamingimage.emulator.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.streamingimage.emulator.service.ServiceOutcome.Shown;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Where a list goes on: after the image with this id, in the order of ids; opaque on the wire. */
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

    /** What follows on the token, or the beginning without one, in a list that is in the order of ids. */
    public static <I> Shown<I> page(List<I> images, Function<I, String> id, Optional<String> token, int size) {
        String after = token.flatMap(PageToken::parse).map(PageToken::after).orElse("");
        List<I> rest = images.stream()
                .filter(image -> id.apply(image).compareTo(after) > 0)
                .toList();
        return rest.size() <= size
                ? new Shown<>(rest, Optional.empty())
                : new Shown<>(rest.subList(0, size), Optional.of(new PageToken(id.apply(rest.get(size - 1))).text()));
    }

    private String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(after.getBytes(UTF_8));
    }
}
