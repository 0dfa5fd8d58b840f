package io.github.streamingimage.customresource;

import java.net.MalformedURLException;
import java.net.URL;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The presigned URL that CloudFormation waits for a response at. Whoever knows it can respond in the resource's place, so it is a
 * secret: it has no public accessor, its text form tells nothing, and {@link #redact} takes it out of any text. Only {@code https}, or
 * {@code http} to a loopback address, is ever called.
 */
public final class ResponseUrl {

    private static final Pattern AMZ_DATE_PARAMETER = Pattern.compile("(?i)[?&]X-Amz-Date=(\\d{8}T\\d{6}Z)(?:&|$)");
    private static final Pattern EXPIRES_PARAMETER = Pattern.compile("[?&]Expires=(\\d{1,11})(?:&|$)");
    private static final Duration LIFETIME = Duration.ofHours(2);
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");
    private static final int HIGHEST_PORT = 65_535;
    private static final String REDACTED = "[redacted]";
    /** Queries shorter than this hold no signature, and taking them out would mangle ordinary text. */
    private static final int SHORTEST_SECRET = 8;

    private final URL url;
    private final String text;

    private ResponseUrl(URL url) {
        this.url = url;
        this.text = url.toString();
    }

    /** The URL of that text, or nothing when it is none that may be called. */
    public static Optional<ResponseUrl> of(String text) {
        try {
            URL url = new URL(text);
            boolean callable = url.getProtocol().equals("https")
                    || url.getProtocol().equals("http")
                            && LOOPBACK.matcher(url.getHost()).matches();
            return callable && !url.getHost().isEmpty() && url.getUserInfo() == null && url.getPort() <= HIGHEST_PORT
                    ? Optional.of(new ResponseUrl(url))
                    : Optional.empty();
        } catch (MalformedURLException e) {
            return Optional.empty();
        }
    }

    /**
     * When CloudFormation issued the request, by its own clock, to the second: {@code X-Amz-Date} of Signature Version 4, or else
     * {@code Expires} of Version 2 less the two hours for which CloudFormation's URLs were seen to hold. Nothing when neither is there.
     */
    public Optional<Instant> issuedAt() {
        try {
            Matcher date = AMZ_DATE_PARAMETER.matcher(text);
            if (date.find()) {
                return Optional.of(Instant.from(AMZ_DATE.parse(date.group(1))));
            }
            Matcher expires = EXPIRES_PARAMETER.matcher(text);
            return expires.find()
                    ? Optional.of(Instant.ofEpochSecond(Long.parseLong(expires.group(1)))
                            .minus(LIFETIME))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The name of its host, which is no secret. */
    public String host() {
        return url.getHost();
    }

    /** Where to PUT; exceptions of connections to it can quote it. */
    URL url() {
        return url;
    }

    /** The text without this URL and without its query. */
    public String redact(String any) {
        String redacted = any.replace(text, REDACTED);
        String query = url.getQuery();
        return query == null || query.length() < SHORTEST_SECRET ? redacted : redacted.replace(query, REDACTED);
    }

    @Override
    public String toString() {
        return "ResponseUrl" + REDACTED;
    }
}
