package io.github.streamingimage.emulator.sigv4;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parsed {@code Authorization} header of a signed request.
 *
 * @param date day of the credential scope, {@code yyyyMMdd}
 * @param signedHeaders names in lower case, in the order in which they were signed
 * @param signature 64 hexadecimal digits
 */
record Authorization(
        String accessKeyId, String date, String region, String service, List<String> signedHeaders, String signature) {

    private static final Pattern FORM = Pattern.compile("AWS4-HMAC-SHA256 Credential=(?<key>\\w+)/(?<date>\\d{8})"
            + "/(?<region>[^/,]+)/(?<service>[^/,]+)/aws4_request, ?SignedHeaders=(?<headers>[a-z0-9;_-]+)"
            + ", ?Signature=(?<signature>[0-9a-f]{64})");

    Authorization {
        signedHeaders = List.copyOf(signedHeaders);
    }

    /** Empty when the header is not a complete signature of version 4. */
    static Optional<Authorization> parse(String header) {
        Matcher matcher = FORM.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Authorization(
                matcher.group("key"),
                matcher.group("date"),
                matcher.group("region"),
                matcher.group("service"),
                List.of(matcher.group("headers").split(";")),
                matcher.group("signature")));
    }

    String scope() {
        return date + "/" + region + "/" + service + "/aws4_request";
    }
}
