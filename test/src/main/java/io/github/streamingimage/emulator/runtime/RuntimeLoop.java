package io.github.streamingimage.emulator.runtime;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The main class of a function's process: makes the handler, and hands it one invocation after the other. A handler that cannot be
 * made, and an error of the JVM, end the process after they were told.
 */
public final class RuntimeLoop {

    private final RuntimeConnection runtime;
    private final RequestStreamHandler handler;

    private RuntimeLoop(RuntimeConnection runtime, RequestStreamHandler handler) {
        this.runtime = runtime;
        this.handler = handler;
    }

    /** @param args the handler: a class, or {@code class::method} */
    public static void main(String[] args) throws IOException {
        RuntimeConnection runtime = new RuntimeConnection(System.getenv("AWS_LAMBDA_RUNTIME_API"));
        RequestStreamHandler handler;
        try {
            handler = handler(args[0]);
        } catch (ReflectiveOperationException | LinkageError | RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            cause.printStackTrace();
            runtime.initFailed(cause);
            System.exit(1);
            return;
        }
        new RuntimeLoop(runtime, handler).run();
    }

    private static RequestStreamHandler handler(String name) throws ReflectiveOperationException {
        return Class.forName(name.split("::", 2)[0])
                .asSubclass(RequestStreamHandler.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    /** Ends by being killed, or when the Runtime API is gone. */
    private void run() throws IOException {
        while (true) {
            InvocationReceived invocation = runtime.next();
            try {
                ByteArrayOutputStream response = new ByteArrayOutputStream();
                handler.handleRequest(new ByteArrayInputStream(invocation.payload()), response, invocation.context());
                runtime.responded(invocation.requestId(), response.toByteArray());
            } catch (IOException | RuntimeException | Error e) {
                e.printStackTrace();
                runtime.failed(invocation.requestId(), e);
                if (e instanceof VirtualMachineError) {
                    System.exit(1);
                }
            }
        }
    }
}
