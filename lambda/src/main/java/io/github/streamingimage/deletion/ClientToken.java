package io.github.streamingimage.deletion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The idempotency token with which a deletion is asked for, 1 to 64 characters: the same for every retry of one attempt of one
 * request, so that the service takes them for one call. It begins with the RequestId where that can be, so that the call can be
 * found in a trail by the request.
 */
final class ClientToken {

    private static final Pattern READABLE = Pattern.compile("[a-zA-Z0-9-]{1,60}");

    private ClientToken() {}

    static String of(String requestId, int attempt) {
        String text = requestId + "-" + attempt;
        return READABLE.matcher(requestId).matches() && text.length() <= 64 ? text : digest(text);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
