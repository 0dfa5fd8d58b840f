package io.github.streamingimage;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Entry point of the function. */
public final class StreamingImageDeletionHandler implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        context.getLogger().log("{\"a\":1}");
        System.out.println("{\"b\":1}");
        output.write("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
