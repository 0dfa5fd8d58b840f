package io.github.streamingimage.emulator.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Instant;
import java.util.Map;

/**
 * An invocation as the Runtime API gave it.
 *
 * @param functionArn the ARN by which the function was invoked
 * @param payload JSON in UTF-8
 */
record InvocationReceived(String requestId, Instant deadline, String functionArn, byte[] payload) {

    Context context() {
        return new RuntimeContext(this, Map.copyOf(System.getenv()));
    }
}
