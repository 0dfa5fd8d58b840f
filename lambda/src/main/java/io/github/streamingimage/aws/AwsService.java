package io.github.streamingimage.aws;

import io.github.streamingimage.time.Time;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * A service of AWS, called over HTTP with Signature Version 4. Region, endpoint and credentials come from the environment that Lambda
 * sets, and from nothing else. Calls are bounded, follow no redirect, and are never repeated: repeating is the decision core's business.
 * Its exceptions are those of the connection; an answer is an answer, whatever it says.
 */
public final class AwsService {

    /** The bound of one call, from sending the request to reading the whole answer. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final int LONGEST_ANSWER = 1 << 20;
    private static final String USER_AGENT = "streaming-image-deletion";

    private final ServiceName name;
    private final Map<String, String> environment;
    private final Time time;

    public AwsService(ServiceName name, Map<String, String> environment, Time time) {
        this.name = name;
        this.environment = environment;
        this.time = time;
    }

    /** @throws IOException when there is no whole answer: the name does not resolve, the connection fails, or time is up */
    public ServiceAnswer call(ServiceRequest request) throws IOException {
        Instant end = time.now().plus(CALL_TIMEOUT);
        URI url = URI.create(Endpoint.of(name, environment) + request.path());
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setRequestMethod(request.method());
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
        connection.setReadTimeout((int) CALL_TIMEOUT.toMillis());
        connection.setRequestProperty("User-Agent", USER_AGENT);
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        sign(request, url, body)
                .headers()
                .forEach((header, values) -> connection.setRequestProperty(header, values.get(0)));
        if (body.length > 0) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new ProtocolException("the answer is not HTTP");
        }
        byte[] answer;
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            answer = in == null ? new byte[0] : read(in, end);
        }
        // HttpURLConnection takes the end of the connection for the end of a body that was to be longer.
        if (answer.length < connection.getContentLengthLong()) {
            throw new ProtocolException("the answer is cut off");
        }
        return new ServiceAnswer(
                status, Objects.requireNonNullElse(connection.getHeaderField("x-amzn-ErrorType"), ""), answer);
    }

    private SdkHttpRequest sign(ServiceRequest request, URI url, byte[] body) {
        SdkHttpRequest.Builder unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.valueOf(request.method()))
                .uri(url);
        request.headers().forEach(unsigned::putHeader);
        return AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(credentials())
                        .request(unsigned.build())
                        .payload(ContentStreamProvider.fromByteArray(body))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, name.signingName())
                        .putProperty(AwsV4HttpSigner.REGION_NAME, environment.get(Environment.REGION)))
                .request();
    }

    private AwsCredentialsIdentity credentials() {
        String id = environment.get("AWS_ACCESS_KEY_ID");
        String secret = environment.get("AWS_SECRET_ACCESS_KEY");
        String token = environment.get("AWS_SESSION_TOKEN");
        return token == null
                ? AwsCredentialsIdentity.create(id, secret)
                : AwsSessionCredentialsIdentity.create(id, secret, token);
    }

    /** The connection's own timeout starts over with every byte; an answer that drips in must end too. */
    private byte[] read(InputStream in, Instant end) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int length = in.read(part); length >= 0; length = in.read(part)) {
            whole.write(part, 0, length);
            if (whole.size() > LONGEST_ANSWER) {
                throw new ProtocolException("the answer is longer than " + LONGEST_ANSWER + " bytes");
            }
            if (time.now().isAfter(end)) {
                throw new SocketTimeoutException("the answer took longer than " + CALL_TIMEOUT.toSeconds() + " s");
            }
        }
        return whole.toByteArray();
    }
}
