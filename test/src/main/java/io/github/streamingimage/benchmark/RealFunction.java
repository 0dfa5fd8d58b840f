package io.github.streamingimage.benchmark;

import io.github.streamingimage.DeletionHandler;
import io.github.streamingimage.Services;
import io.github.streamingimage.simulation.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/** The function in this process: one environment whose invocations may overlap. */
final class RealFunction {

    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private final DeletionHandler handler;

    RealFunction(Services services) {
        handler = new DeletionHandler(services);
    }

    /** Invokes the function and waits for its end. */
    byte[] invoke(byte[] event) {
        Instant end = Instant.now().plus(TIMEOUT);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            handler.handleRequest(
                    new ByteArrayInputStream(event),
                    output,
                    new InvocationContext(
                            "invocation", DeleteRequest.FUNCTION_ARN, () -> Duration.between(Instant.now(), end)));
        } catch (IOException e) {
            throw new UncheckedIOException("the function reads and writes memory only", e);
        }
        return output.toByteArray();
    }
}
