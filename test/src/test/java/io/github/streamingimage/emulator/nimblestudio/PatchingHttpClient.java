package io.github.streamingimage.emulator.nimblestudio;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** The JDK's client under the SDK, because UpdateStreamingImage is a PATCH and {@code HttpURLConnection} has none. */
final class PatchingHttpClient implements SdkHttpClient {
    private static final Set<String> SET_BY_THE_JDK = Set.of("Host", "Content-Length");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return send(request);
            }

            @Override
            public void abort() {}
        };
    }

    private HttpExecuteResponse send(HttpExecuteRequest request) throws IOException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(
                        request.httpRequest().getUri())
                .method(request.httpRequest().method().name(), HttpRequest.BodyPublishers.ofByteArray(body(request)));
        request.httpRequest()
                .forEachHeader((name, values) -> values.stream()
                        .filter(value -> !SET_BY_THE_JDK.contains(name))
                        .forEach(value -> builder.header(name, value)));
        try {
            HttpResponse<InputStream> response =
                    client.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
            return HttpExecuteResponse.builder()
                    .response(SdkHttpResponse.builder()
                            .statusCode(response.statusCode())
                            .headers(response.headers().map())
                            .build())
                    .responseBody(AbortableInputStream.create(response.body()))
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isEmpty()) {
            return new byte[0];
        }
        try (InputStream body = request.contentStreamProvider().get().newStream()) {
            return body.readAllBytes();
        }
    }

    @Override
    public void close() {}
}
