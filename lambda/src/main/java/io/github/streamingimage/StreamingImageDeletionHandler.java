package io.github.streamingimage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.streamingimage.invocation.InvocationReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Entry point of the function. Whatever it is invoked with, an event with a usable ResponseURL is answered or handed over, or the
 * invocation fails so that Lambda tries again.
 */
public final class StreamingImageDeletionHandler implements RequestStreamHandler {

    private final Services services;

    /** The function as Lambda runs it. */
    public StreamingImageDeletionHandler() {
        this(Services.ofLambda());
    }

    /** The same function on other ground: in tests, and in a simulation. */
    public StreamingImageDeletionHandler(Services services) {
        this.services = services;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        FunctionRun run = new FunctionRun(
                services,
                context.getAwsRequestId(),
                context.getInvokedFunctionArn(),
                services.time().now().plusMillis(context.getRemainingTimeInMillis()));
        output.write(InvocationReader.read(input.readAllBytes()).match(run));
    }
}
