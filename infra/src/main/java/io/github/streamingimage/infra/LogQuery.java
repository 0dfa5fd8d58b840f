package io.github.streamingimage.infra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A question to the functions' log in the language of CloudWatch Logs Insights; its text is a resource that bears its name.
 * Never run against AWS.
 */
enum LogQuery {
    DELETIONS_BY_OUTCOME,
    DURATION_OF_DELETIONS,
    THROTTLED_CALLS,
    UNDELIVERED_ANSWERS,
    FAILED_ANSWERS,
    REQUESTS_WITHOUT_AN_ANSWER,
    STORY_OF_A_STACK;

    /** The name for people: {@code Deletions by outcome}. */
    String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    String text() {
        String resource =
                "queries/%s.query".formatted(name().toLowerCase(Locale.ROOT).replace('_', '-'));
        try (InputStream text = LogQuery.class.getResourceAsStream(resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
