package io.github.streamingimage.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.aws.RawResponseServer.Call;
import io.github.streamingimage.aws.RawResponseServer.Response;
import io.github.streamingimage.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** The SDK's own clients at a server on loopback, for what is compared with them. */
final class SdkClients {

    /** What may differ: how a client introduces itself, and what its signature covers. */
    private static final List<String> COMPARED =
            List.of("Content-Type", "X-Amz-Client-Token", "X-Amz-Target", "X-Amz-Security-Token", "Content-Length");

    private SdkClients() {}

    static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C of(
            RawResponseServer server, B builder) {
        Map<String, String> environment = server.environment();
        return builder.region(Region.of(environment.get("AWS_REGION")))
                .credentialsProvider(StaticCredentialsProvider.create(AwsSessionCredentials.create(
                        environment.get("AWS_ACCESS_KEY_ID"),
                        environment.get("AWS_SECRET_ACCESS_KEY"),
                        environment.get("AWS_SESSION_TOKEN"))))
                .endpointOverride(server.endpoint())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /** The request as it arrives. */
    static Call sent(RawResponseServer server, Runnable request) {
        server.responds(new Response(500, "", "", false));
        try {
            request.run();
        } catch (SdkException e) {
            // The response does not matter here.
        }
        return server.lastCall();
    }

    static void assertSame(Call sdk, Call own, Function<String, ?> readBody) {
        assertThat(own.method()).isEqualTo(sdk.method());
        assertThat(own.target()).isEqualTo(sdk.target());
        for (String header : COMPARED) {
            assertThat(lowerCase(own, header)).as(header).isEqualTo(lowerCase(sdk, header));
        }
        assertThat((Object) readBody.apply(own.body())).isEqualTo(readBody.apply(sdk.body()));
    }

    static Map<String, Object> json(String body) {
        return JsonReader.read(body.getBytes(StandardCharsets.UTF_8)).fields();
    }

    private static Optional<String> lowerCase(Call call, String header) {
        return call.header(header).map(value -> header.equals("Content-Type") ? value.toLowerCase(Locale.ROOT) : value);
    }
}
