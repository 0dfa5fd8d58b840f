package io.github.streamingimage.emulator.sigv4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

class SigV4VerifierTest {
    private static final Instant NOW = Instant.parse("2024-10-23T12:00:00Z");
    private static final Credentials KEYS = Credentials.of("KEY", "secret");
    private static final AwsCredentialsIdentity SDK_KEYS = AwsBasicCredentials.create("KEY", "secret");
    private static final URI TARGET =
            URI.create("http://127.0.0.1:4711/2020-08-01/studios/st%2F1/streaming-images?owner=a%20b&nextToken=");

    private final SigV4Verifier verifier = verifier(KEYS);

    @Test
    void acceptsWhateverTheSdkSigns() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            URI target = URI.create("http://localhost:8080/" + text(random) + "/" + text(random) + "?b=" + text(random)
                    + "&a-" + text(random) + "=" + text(random) + "&b=" + text(random));
            byte[] body = new byte[random.nextInt(40)];
            random.nextBytes(body);

            ReceivedRequest request = sign(SDK_KEYS, "nimble", "us-west-2", NOW, SdkHttpMethod.PUT, target, body);

            assertThat(verifier.refusalOf(request))
                    .as("seed %d, request %d: %s", seed, i, target)
                    .isEmpty();
        }
    }

    /** The worked example of the specification, in which the body's hash is not a header. */
    @Test
    void acceptsTheExampleOfTheSpecification() {
        SigV4Verifier iam = new SigV4Verifier(
                "iam",
                "us-east-1",
                Credentials.of("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
                () -> Instant.parse("2015-08-30T12:36:00Z"));
        ReceivedRequest request = new ReceivedRequest(
                "GET",
                "/",
                "Action=ListUsers&Version=2010-05-08",
                Map.of(
                        "Host", List.of("iam.amazonaws.com"),
                        "Content-Type", List.of("application/x-www-form-urlencoded; charset=utf-8"),
                        "X-Amz-Date", List.of("20150830T123600Z"),
                        "Authorization",
                                List.of("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, "
                                        + "SignedHeaders=content-type;host;x-amz-date, Signature="
                                        + "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7")),
                new byte[0]);

        assertThat(iam.refusalOf(request)).isEmpty();
    }

    @Test
    void refusesAWrongSecret() {
        ReceivedRequest request = signed(AwsBasicCredentials.create("KEY", "wrong"));

        assertThat(reason(request)).isEqualTo(Refusal.Reason.WRONG_SIGNATURE);
    }

    @Test
    void refusesAnotherBodyPathQueryMethodOrHeaderThanWasSigned() {
        ReceivedRequest good = signed(SDK_KEYS);
        Map<String, List<String>> otherHost = new HashMap<>(good.headers());
        otherHost.put("host", List.of("elsewhere"));

        assertThat(List.of(
                        new ReceivedRequest(
                                good.method(), good.rawPath(), good.rawQuery(), good.headers(), "x".getBytes(UTF_8)),
                        new ReceivedRequest(
                                good.method(), good.rawPath() + "x", good.rawQuery(), good.headers(), good.body()),
                        new ReceivedRequest(good.method(), good.rawPath(), "owner=a", good.headers(), good.body()),
                        new ReceivedRequest("DELETE", good.rawPath(), good.rawQuery(), good.headers(), good.body()),
                        new ReceivedRequest(good.method(), good.rawPath(), good.rawQuery(), otherHost, good.body())))
                .allSatisfy(request -> assertThat(reason(request)).isEqualTo(Refusal.Reason.WRONG_SIGNATURE));
        assertThat(verifier.refusalOf(good)).isEmpty();
    }

    @Test
    void refusesAnotherServiceOrRegion() {
        assertThat(reason(sign(SDK_KEYS, "s3", "us-west-2", NOW, SdkHttpMethod.GET, TARGET, new byte[0])))
                .isEqualTo(Refusal.Reason.WRONG_SIGNATURE);
        assertThat(reason(sign(SDK_KEYS, "nimble", "us-east-1", NOW, SdkHttpMethod.GET, TARGET, new byte[0])))
                .isEqualTo(Refusal.Reason.WRONG_SIGNATURE);
    }

    @Test
    void refusesASignatureOlderThanFiveMinutes() {
        Instant limit = NOW.minus(Duration.ofMinutes(5));

        assertThat(verifier.refusalOf(
                        sign(SDK_KEYS, "nimble", "us-west-2", limit, SdkHttpMethod.GET, TARGET, new byte[0])))
                .isEmpty();
        assertThat(reason(sign(
                        SDK_KEYS,
                        "nimble",
                        "us-west-2",
                        limit.minusSeconds(1),
                        SdkHttpMethod.GET,
                        TARGET,
                        new byte[0])))
                .isEqualTo(Refusal.Reason.WRONG_SIGNATURE);
    }

    @Test
    void refusesAnUnknownAccessKey() {
        assertThat(reason(signed(AwsBasicCredentials.create("OTHER", "secret"))))
                .isEqualTo(Refusal.Reason.UNKNOWN_CREDENTIALS);
    }

    @Test
    void wantsTheSessionTokenOfTemporaryCredentials() {
        SigV4Verifier temporary = verifier(Credentials.temporary("KEY", "secret", "token"));

        assertThat(temporary.refusalOf(signed(AwsSessionCredentials.create("KEY", "secret", "token"))))
                .isEmpty();
        assertThat(temporary.refusalOf(signed(SDK_KEYS)).orElseThrow().reason())
                .isEqualTo(Refusal.Reason.UNKNOWN_CREDENTIALS);
        assertThat(temporary
                        .refusalOf(signed(AwsSessionCredentials.create("KEY", "secret", "expired")))
                        .orElseThrow()
                        .reason())
                .isEqualTo(Refusal.Reason.UNKNOWN_CREDENTIALS);
    }

    @Test
    void tellsAMissingSignatureFromAnIncompleteOne() {
        ReceivedRequest unsigned = new ReceivedRequest("GET", "/", "", Map.of(), new byte[0]);
        ReceivedRequest basic =
                new ReceivedRequest("GET", "/", "", Map.of("Authorization", List.of("Basic Zm9v")), new byte[0]);

        assertThat(reason(unsigned)).isEqualTo(Refusal.Reason.NOT_SIGNED);
        assertThat(reason(basic)).isEqualTo(Refusal.Reason.INCOMPLETE);
    }

    @Test
    void keepsSecretsOutOfTexts() {
        Credentials temporary = Credentials.temporary("KEY", "secret", "token");

        assertThat(temporary.toString()).doesNotContain("secret", "token");
        assertThat(signed(AwsSessionCredentials.create("KEY", "secret", "token"))
                        .toString())
                .doesNotContain("token", "owner", "Signature");
    }

    private Refusal.Reason reason(ReceivedRequest request) {
        return verifier.refusalOf(request).orElseThrow().reason();
    }

    private static SigV4Verifier verifier(Credentials credentials) {
        return new SigV4Verifier("nimble", "us-west-2", credentials, () -> NOW);
    }

    private static ReceivedRequest signed(AwsCredentialsIdentity credentials) {
        return sign(credentials, "nimble", "us-west-2", NOW, SdkHttpMethod.GET, TARGET, new byte[0]);
    }

    private static ReceivedRequest sign(
            AwsCredentialsIdentity credentials,
            String service,
            String region,
            Instant at,
            SdkHttpMethod method,
            URI target,
            byte[] body) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(method)
                .uri(target)
                .putHeader("Host", target.getAuthority())
                .putHeader("X-Amz-Client-Token", "  a   token ")
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(builder -> builder.identity(credentials)
                        .request(request)
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(at, ZoneOffset.UTC)))
                .request();
        return new ReceivedRequest(
                method.name(), signed.getUri().getRawPath(), signed.getUri().getRawQuery(), signed.headers(), body);
    }

    /** One to eight characters as they may stand in a path or in a query, unreserved or percent-encoded. */
    private static String text(Random random) {
        String[] alphabet = {
            "a", "Z", "0", "-", ".x", "_", "~", "%20", "%2F", "%25", "%C3%A9", "%2B", "%3D", "%26", "%2A"
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            text.append(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }
}
