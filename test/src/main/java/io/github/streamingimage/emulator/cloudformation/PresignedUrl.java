package io.github.streamingimage.emulator.cloudformation;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The ResponseURL to which the response to one request is put. Its query is a secret: {@link #toString()} leaves it out.
 *
 * @param path percent-encoded; the region's bucket, then stack id, logical id and request id with bars between
 * @param query of a presigned URL, signature version 4 or 2
 */
record PresignedUrl(String endpoint, String path, String query) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration EXPIRES = Duration.ofHours(2);
    private static final String ACCESS_KEY = "ASIAEMULATEDCLOUDFMN";

    /** Signed at that moment, which the URL tells to the second. */
    static PresignedUrl of(
            URI endpoint, String region, Stack stack, String logicalId, String requestId, Instant at, Identifiers ids) {
        String path = pathPrefix(region) + encoded(stack.id() + "|" + logicalId + "|" + requestId);
        String signature = ids.signature(requestId);
        String query = ids.signsWithoutDate() ? version2(at, signature) : version4(region, at, signature);
        return new PresignedUrl(endpoint.toString(), path, query);
    }

    private static String version4(String region, Instant at, String signature) {
        String date = DATE.format(at);
        String scope = ACCESS_KEY + "/" + date.substring(0, 8) + "/" + region + "/s3/aws4_request";
        return "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=" + date + "&X-Amz-SignedHeaders=host&X-Amz-Expires="
                + EXPIRES.toSeconds() + "&X-Amz-Credential=" + encoded(scope) + "&X-Amz-Signature=" + signature;
    }

    private static String version2(Instant at, String signature) {
        return "AWSAccessKeyId=" + ACCESS_KEY + "&Expires=" + at.plus(EXPIRES).getEpochSecond() + "&Signature="
                + signature;
    }

    /** The beginning of all paths in a region. */
    static String pathPrefix(String region) {
        return "/cloudformation-custom-resource-response-" + region + "/";
    }

    /** The whole URL, secret included. */
    String reveal() {
        return endpoint + path + "?" + query;
    }

    @Override
    public String toString() {
        return endpoint + path + "?[redacted]";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
