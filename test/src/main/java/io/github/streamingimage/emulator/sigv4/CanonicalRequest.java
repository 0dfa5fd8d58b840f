package io.github.streamingimage.emulator.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The canonical request of Signature Version 4, in the variant of all services but S3: the path is normalized and its
 * already encoded segments are encoded once more, and the body is always hashed.
 */
final class CanonicalRequest {
    private CanonicalRequest() {}

    static String of(ReceivedRequest request, List<String> signedHeaders) {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + value(request, name) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                path(request.rawPath()),
                query(request.rawQuery()),
                headers,
                String.join(";", signedHeaders),
                Digests.sha256(request.body()));
    }

    private static String value(ReceivedRequest request, String name) {
        return request.headers().getOrDefault(name, List.of()).stream()
                .map(value -> value.strip().replaceAll(" +", " "))
                .collect(Collectors.joining(","));
    }

    private static String path(String rawPath) {
        String normalized = URI.create("http://host" + rawPath).normalize().getRawPath();
        return Arrays.stream(normalized.split("/", -1))
                .map(CanonicalRequest::encode)
                .collect(Collectors.joining("/"));
    }

    private static String query(String rawQuery) {
        if (rawQuery.isEmpty()) {
            return "";
        }
        return Arrays.stream(rawQuery.split("&"))
                .map(parameter -> (parameter + "=").split("=", -1))
                .map(parts -> Map.entry(recode(parts[0]), recode(parts[1])))
                .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&"));
    }

    private static String recode(String encoded) {
        return encode(URLDecoder.decode(encoded, UTF_8));
    }

    /** RFC 3986: everything but letters, digits and {@code -._~} becomes a percent sign and two upper-case digits. */
    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
