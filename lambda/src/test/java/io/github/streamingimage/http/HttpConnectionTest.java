package io.github.streamingimage.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.streamingimage.aws.RawResponseServer;
import io.github.streamingimage.aws.RawResponseServer.Response;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {

    private final RawResponseServer server = new RawResponseServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpURLConnection open(String method) throws IOException {
        return HttpConnection.open(server.endpoint().toURL(), method);
    }

    @Test
    void isBoundedAndFollowsNoRedirectAndCachesNothing() throws IOException {
        HttpURLConnection connection = open("DELETE");
        assertThat(connection.getRequestMethod()).isEqualTo("DELETE");
        assertThat(connection.getConnectTimeout()).isEqualTo(3_000);
        assertThat(connection.getReadTimeout()).isEqualTo(10_000);
        assertThat(connection.getInstanceFollowRedirects()).isFalse();
        assertThat(connection.getUseCaches()).isFalse();
    }

    @Test
    void sendsABody() throws IOException {
        server.responds(new Response(204, "", "", false));
        HttpURLConnection connection = open("PUT");
        HttpConnection.send(connection, "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(connection.getResponseCode()).isEqualTo(204);
        assertThat(server.lastCall().method()).isEqualTo("PUT");
        assertThat(server.lastCall().body()).isEqualTo("{}");
    }

    /** With output a GET would become a POST. */
    @Test
    void sendsNoneWhenItIsEmpty() throws IOException {
        server.responds(new Response(200, "", "", false));
        HttpURLConnection connection = open("GET");
        HttpConnection.send(connection, new byte[0]);
        assertThat(connection.getDoOutput()).isFalse();
        assertThat(connection.getResponseCode()).isEqualTo(200);
        assertThat(server.lastCall().method()).isEqualTo("GET");
    }
}
