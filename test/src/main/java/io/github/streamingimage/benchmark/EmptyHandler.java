package io.github.streamingimage.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The least that a function in Java can be, and so the baseline of every start: reads its event and returns an empty object. */
public final class EmptyHandler {

    /** The handler's method, in the form that needs no library. */
    public void handle(InputStream input, OutputStream output) throws IOException {
        input.readAllBytes();
        output.write("{}".getBytes(StandardCharsets.UTF_8));
    }
}
