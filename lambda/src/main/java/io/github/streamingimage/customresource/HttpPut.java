package io.github.streamingimage.customresource;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.time.Duration;

/** The PUT over HTTP, with an empty Content-Type because the URL's signature covers that, and with a bound on the wait. */
public final class HttpPut implements Put {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(10);

    @Override
    public int put(ResponseUrl url, byte[] body) throws IOException {
        HttpURLConnection connection = url.open();
        try {
            connection.setRequestMethod("PUT");
            connection.setRequestProperty("Content-Type", "");
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
            connection.setReadTimeout((int) READ_TIMEOUT.toMillis());
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(body.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
