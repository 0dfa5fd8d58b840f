package io.github.streamingimage.customresource;

import io.github.streamingimage.http.HttpConnection;
import java.io.IOException;
import java.net.HttpURLConnection;

/** The PUT over HTTP, with an empty Content-Type because the URL's signature covers that, and with a bound on the wait. */
public final class HttpPut implements Put {

    @Override
    public int put(ResponseUrl url, byte[] body) throws IOException {
        HttpURLConnection connection = HttpConnection.open(url.url(), "PUT");
        try {
            connection.setRequestProperty("Content-Type", "");
            connection.setFixedLengthStreamingMode(body.length);
            HttpConnection.send(connection, body);
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }
}
