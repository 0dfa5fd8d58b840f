package io.github.streamingimage.emulator.sigv4;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Lets in what is signed with the one set of credentials it knows, for its service and region, within five minutes of
 * its clock: the limit that the specification gives.
 */
public final class SigV4Verifier {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String service;
    private final String region;
    private final Credentials credentials;
    private final InstantSource clock;

    /** @param service the signing name, e.g. {@code nimble} */
    public SigV4Verifier(String service, String region, Credentials credentials, InstantSource clock) {
        this.service = service;
        this.region = region;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Why the request may not be served; empty when its signature is right. */
    public Optional<Refusal> refusalOf(ReceivedRequest request) {
        Optional<String> header = request.header("Authorization");
        if (header.isEmpty()) {
            return refuse(Refusal.Reason.NOT_SIGNED, "Missing Authentication Token");
        }
        Optional<Authorization> parsed = header.flatMap(Authorization::parse);
        Optional<String> date = request.header("X-Amz-Date");
        if (parsed.isEmpty() || date.isEmpty()) {
            return refuse(
                    Refusal.Reason.INCOMPLETE,
                    "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' of"
                            + " AWS4-HMAC-SHA256, and the header 'X-Amz-Date'");
        }
        return refusalOf(request, parsed.get(), date.get());
    }

    private Optional<Refusal> refusalOf(ReceivedRequest request, Authorization authorization, String date) {
        if (!authorization.accessKeyId().equals(credentials.accessKeyId())
                || !request.header("X-Amz-Security-Token").equals(credentials.sessionToken())) {
            return refuse(Refusal.Reason.UNKNOWN_CREDENTIALS, "The security token included in the request is invalid.");
        }
        if (!authorization.service().equals(service) || !authorization.region().equals(region)) {
            return refuse(
                    Refusal.Reason.WRONG_SIGNATURE,
                    "Credential should be scoped to service '%s' and region '%s'.".formatted(service, region));
        }
        if (!isTimely(date) || !date.startsWith(authorization.date())) {
            return refuse(
                    Refusal.Reason.WRONG_SIGNATURE,
                    "Signature expired or not yet current: %s is not within %d minutes of %s"
                            .formatted(date, TOLERANCE.toMinutes(), DATE.format(clock.instant())));
        }
        if (!authorization.signedHeaders().contains("host") || !isSigned(request, authorization, date)) {
            return refuse(
                    Refusal.Reason.WRONG_SIGNATURE,
                    "The request signature we calculated does not match the signature you provided."
                            + " Check your AWS Secret Access Key and signing method.");
        }
        return Optional.empty();
    }

    private boolean isTimely(String date) {
        try {
            Instant signed = DATE.parse(date, Instant::from);
            return Duration.between(signed, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private boolean isSigned(ReceivedRequest request, Authorization authorization, String date) {
        String canonical = CanonicalRequest.of(request, authorization.signedHeaders());
        String toSign = String.join(
                "\n", "AWS4-HMAC-SHA256", date, authorization.scope(), Digests.sha256(canonical.getBytes(UTF_8)));
        byte[] key = ("AWS4" + credentials.secretAccessKey()).getBytes(UTF_8);
        for (String part : List.of(authorization.scope().split("/"))) {
            key = Digests.hmac(key, part);
        }
        String expected = HexFormat.of().formatHex(Digests.hmac(key, toSign));
        return MessageDigest.isEqual(
                expected.getBytes(US_ASCII), authorization.signature().getBytes(US_ASCII));
    }

    private static Optional<Refusal> refuse(Refusal.Reason reason, String message) {
        return Optional.of(new Refusal(reason, message));
    }
}
