package io.github.streamingimage.emulator.cloudformation;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * The presigned URL to which one request is answered. Its query is a secret: {@link #toString()} leaves it out.
 *
 * @param path percent-encoded; the region's bucket, then stack id, logical id and request id with bars between
 * @param query of a SigV4 presigned URL with a random signature
 */
record ResponseUrl(String endpoint, String path, String query) {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    static ResponseUrl presign(URI endpoint, String region, Stack stack, String logicalId, String requestId) {
        String path = pathPrefix(region) + encoded(stack.id() + "|" + logicalId + "|" + requestId);
        String date = DATE.format(Instant.now());
        String scope = "ASIAEMULATEDCLOUDFMN/" + date.substring(0, 8) + "/" + region + "/s3/aws4_request";
        byte[] signature = new byte[32];
        RANDOM.nextBytes(signature);
        String query = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=" + date
                + "&X-Amz-SignedHeaders=host&X-Amz-Expires=7200&X-Amz-Credential=" + encoded(scope)
                + "&X-Amz-Signature=" + HexFormat.of().formatHex(signature);
        return new ResponseUrl(endpoint.toString(), path, query);
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
