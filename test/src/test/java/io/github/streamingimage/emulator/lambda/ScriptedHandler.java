package io.github.streamingimage.emulator.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

/** A function that does what its event, a JSON string like {@code "sleep"} or {@code "print:text"}, tells it to. */
public final class ScriptedHandler implements RequestStreamHandler {

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        String command = event.replace("\"", "");
        String argument = command.substring(command.indexOf(':') + 1);
        switch (command.contains(":") ? command.substring(0, command.indexOf(':')) : command) {
            case "throw" -> throw new IllegalStateException("thrown on request");
            case "exit" -> System.exit(Integer.parseInt(argument));
            case "hang" -> hang();
            case "print" -> {
                System.out.println(argument);
                System.err.println(argument.toUpperCase(java.util.Locale.ROOT));
            }
            case "throwOnce" -> throwUnlessExists(Path.of(argument));
            case "allocate" -> event = String.valueOf(new byte[Integer.parseInt(argument)].length);
            case "pid" -> event = Long.toString(ProcessHandle.current().pid());
            case "environment" -> event = json(new TreeMap<>(System.getenv()));
            case "context" ->
                event = json(Map.of(
                        "requestId", context.getAwsRequestId(),
                        "arn", context.getInvokedFunctionArn(),
                        "remaining", Integer.toString(context.getRemainingTimeInMillis()),
                        "memory", Integer.toString(context.getMemoryLimitInMB()),
                        "log", context.getLogGroupName()));
            default -> context.getLogger().log("echo");
        }
        output.write(event.getBytes(StandardCharsets.UTF_8));
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void throwUnlessExists(Path marker) throws IOException {
        if (!Files.exists(marker)) {
            Files.createFile(marker);
            throw new IllegalStateException("thrown once");
        }
    }

    private static String json(Map<String, String> map) {
        StringBuilder json = new StringBuilder();
        map.forEach((key, value) -> json.append(json.isEmpty() ? "{" : ",")
                .append('"' + key + "\":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"'));
        return json.append('}').toString();
    }
}
