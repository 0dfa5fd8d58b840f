package io.github.streamingimage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.ServiceName;
import io.github.streamingimage.deletion.ImageService;
import io.github.streamingimage.invocation.InvocationReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Function;

/**
 * The function, whichever service its images belong to. Whatever it is invoked with, an event with a usable ResponseURL gets its
 * response or is handed over, or the invocation fails so that Lambda retries it.
 */
public class DeletionHandler implements RequestStreamHandler {

    private final Services services;

    /**
     * The function as Lambda runs it.
     *
     * @param images makes the service's images of its API
     */
    protected DeletionHandler(ServiceName service, Function<AwsApi, ImageService> images) {
        this(Services.ofLambda(service, images));
    }

    /** The same function on other ground: in tests, and in a simulation. */
    public DeletionHandler(Services services) {
        this.services = services;
    }

    @Override
    public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        FunctionRun run = new FunctionRun(
                services,
                context.getAwsRequestId(),
                context.getInvokedFunctionArn(),
                () -> Duration.ofMillis(context.getRemainingTimeInMillis()));
        output.write(InvocationReader.read(input.readAllBytes()).match(run));
    }
}
