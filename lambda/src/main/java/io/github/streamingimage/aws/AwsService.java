package io.github.streamingimage.aws;

import io.github.streamingimage.http.HttpConnection;
import io.github.streamingimage.http.NoSuchHostException;
import io.github.streamingimage.http.Resolver;
import io.github.streamingimage.http.Resolver.Word;
import io.github.streamingimage.time.Time;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
 */
public final class AwsService implements AwsApi {

    private static final int LONGEST_BODY = 1 << 20;
    private static final String USER_AGENT = "streaming-image-deletion";

    private final ServiceName name;
    private final Map<String, String> environment;
    private final Time time;
    private final Resolver resolver;

    /** @param resolver is asked about the name of the region's own endpoint when it cannot be resolved */
    public AwsService(ServiceName name, Map<String, String> environment, Time time, Resolver resolver) {
        this.name = name;
        this.environment = environment;
        this.time = time;
        this.resolver = resolver;
    }

    @Override
    public ServiceResponse call(ServiceRequest request) throws IOException {
        try {
            return exchange(request);
        } catch (UnknownHostException e) {
            // A name that somebody configured can be misspelled, or gone with the network that it belonged to.
            String host = Endpoint.publicHost(name, environment);
            boolean asked = host.equals(Endpoint.of(name, environment).getHost());
            throw asked && resolver.ask(host) == Word.NO_SUCH_NAME ? new NoSuchHostException(host) : e;
        }
    }

    private ServiceResponse exchange(ServiceRequest request) throws IOException {
        URI url = URI.create(Endpoint.of(name, environment) + request.path());
        HttpURLConnection connection = HttpConnection.open(url.toURL(), request.method());
        connection.setRequestProperty("User-Agent", USER_AGENT);
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        sign(request, url, body)
                .headers()
                .forEach((header, values) -> connection.setRequestProperty(header, values.get(0)));
        HttpConnection.send(connection, body);
        int status = connection.getResponseCode();
        long date = connection.getHeaderFieldDate("Date", 0);
        if (date > 0) {
            time.serviceSays(Instant.ofEpochMilli(date));
        }
        if (status < 0) {
            throw new ProtocolException("the response is not HTTP");
        }
        byte[] received;
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            received = in == null ? new byte[0] : read(in, time.now().plus(HttpConnection.TIMEOUT));
        }
        // HttpURLConnection takes the end of the connection for the end of a body that was to be longer.
        if (received.length < connection.getContentLengthLong()) {
            throw new ProtocolException("the response is cut off");
        }
        return new ServiceResponse(
                status, Objects.requireNonNullElse(connection.getHeaderField("x-amzn-ErrorType"), ""), received);
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
                        .putProperty(AwsV4HttpSigner.REGION_NAME, environment.get(Environment.REGION))
                        .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, Clock.fixed(time.now(), ZoneOffset.UTC)))
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

    /** The connection's own timeout starts over with every byte; a response that drips in must end too. */
    private byte[] read(InputStream in, Instant end) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        for (int length = in.read(part); length >= 0; length = in.read(part)) {
            whole.write(part, 0, length);
            if (whole.size() > LONGEST_BODY) {
                throw new ProtocolException("the response is longer than " + LONGEST_BODY + " bytes");
            }
            if (time.now().isAfter(end)) {
                throw new SocketTimeoutException(
                        "the response took longer than " + HttpConnection.TIMEOUT.toSeconds() + " s");
            }
        }
        return whole.toByteArray();
    }
}
