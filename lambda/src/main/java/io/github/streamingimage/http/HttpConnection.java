package io.github.streamingimage.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Duration;

/** Sets up HTTP connections: bounded in time, without caches, and without following a redirect. */
public final class HttpConnection {

    /** The bound of one exchange; each read on its own is bounded by it too. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private HttpConnection() {}

    /**
     * A connection to that URL, not connected yet.
     *
     * @param method the HTTP method
     */
    public static HttpURLConnection open(URL url, String method) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestMethod(method);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
        connection.setReadTimeout((int) TIMEOUT.toMillis());
        return connection;
    }

    /** Connects and sends the body, unless it is empty. */
    public static void send(HttpURLConnection connection, byte[] body) throws IOException {
        if (body.length > 0) {
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
        }
    }
}
