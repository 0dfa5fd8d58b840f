package io.github.streamingimage.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/**
 * A function that does nothing but connect and send requests, through the JDK's own client like the real one: no signatures, no JSON,
 * no decisions. It is what a first pass cannot do without.
 */
public final class BareRequests {

    /** Environment variable with the requests to send: method, space, URL, space, and so on. */
    static final String VARIABLE = "BARE_REQUESTS";

    private static final byte[] BODY = new byte[200];

    /** The handler's method, in the form that needs no library. */
    public void handle(InputStream input, OutputStream output) throws IOException {
        input.readAllBytes();
        String[] words = System.getenv(VARIABLE).split(" ");
        for (int i = 0; i < words.length; i += 2) {
            send(words[i], words[i + 1]);
        }
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }

    static void send(String method, String url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
        connection.setRequestMethod(method);
        if (method.equals("POST")) {
            connection.setDoOutput(true);
            try (OutputStream body = connection.getOutputStream()) {
                body.write(BODY);
            }
        }
        try (InputStream response = connection.getInputStream()) {
            response.readAllBytes();
        }
    }
}
