package io.github.streamingimage.emulator.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** A function that cannot be initialized. */
public final class BrokenHandler implements RequestStreamHandler {

    public BrokenHandler() {
        throw new IllegalStateException("broken from the start");
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) {
        throw new AssertionError("unreachable");
    }
}
