package io.github.streamingimage.emulator.cloudformation;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The ResponseURL to which the response to one request is put. Its query is a secret: {@link #toString()} leaves it out.
 *
 * @param path percent-encoded; the region's bucket, then stack id, logical id and request id with bars between
 * @param query of a SigV4 presigned URL
 */
record PresignedUrl(String endpoint, String path, String query) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** @param signedAt the moment at which the request is issued; the URL tells it to the second */
    static PresignedUrl of(
            URI endpoint,
            String region,
            Stack stack,
            String logicalId,
            String requestId,
            Instant signedAt,
            String signature) {
        String path = pathPrefix(region) + encoded(stack.id() + "|" + logicalId + "|" + requestId);
        String date = DATE.format(signedAt);
        String scope = "ASIAEMULATEDCLOUDFMN/" + date.substring(0, 8) + "/" + region + "/s3/aws4_request";
        String query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=" + date
                + "&X-Amz-SignedHeaders=host&X-Amz-Expires=7200&X-Amz-Credential=" + encoded(scope)
                + "&X-Amz-Signature=" + signature;
        return new PresignedUrl(endpoint.toString(), path, query);
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
