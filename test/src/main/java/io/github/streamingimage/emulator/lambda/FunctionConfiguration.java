package io.github.streamingimage.emulator.lambda;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The configuration of a function, as Lambda keeps it: immutable, and within Lambda's limits.
 *
 * @param name the function's name
 * @param handler the handler's class, or {@code class::method}
 * @param memoryMegabytes the memory size in MiB, 128 to 10240; the heap is limited to 85 % of it
 * @param timeout how long one invocation may run, more than zero and at most 900 s (the emulator takes fractions of a second too)
 * @param environment the function's own environment variables; those that Lambda reserves are refused
 * @param reservedConcurrency how many execution environments may exist at a time; further invocations queue
 * @param jvmOptions appended to what the managed runtime passes, so that they win
 * @param asynchronous what becomes of events that fail
 * @param identity where and as whom the function runs
 * @param runtime the Java that it runs on
 */
public record FunctionConfiguration(
        String name,
        String handler,
        int memoryMegabytes,
        Duration timeout,
        Map<String, String> environment,
        int reservedConcurrency,
        List<String> jvmOptions,
        AsynchronousInvocation asynchronous,
        FunctionIdentity identity,
        JavaRuntime runtime) {

    private static final Duration LONGEST = Duration.ofSeconds(900);

    public FunctionConfiguration {
        require(!name.isBlank(), "name: must not be blank");
        require(!handler.isBlank(), "handler: must not be blank");
        require(memoryMegabytes >= 128 && memoryMegabytes <= 10240, "memoryMegabytes: must be 128 to 10240");
        require(
                timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(LONGEST) <= 0,
                "timeout: must be more than zero and at most 900 s");
        require(reservedConcurrency >= 1, "reservedConcurrency: must be at least 1");
        environment = Map.copyOf(environment);
        jvmOptions = List.copyOf(jvmOptions);
        Objects.requireNonNull(asynchronous, "asynchronous");
        Objects.requireNonNull(identity, "identity");
        Objects.requireNonNull(runtime, "runtime");
        for (String variable : environment.keySet()) {
            require(!EnvironmentVariables.RESERVED.contains(variable), "environment: " + variable + " is reserved");
        }
    }

    /** A function of 512 MiB, 15 minutes and ten environments, with Lambda's own defaults for failing events. */
    public static FunctionConfiguration of(String name, String handler) {
        return new FunctionConfiguration(
                name,
                handler,
                512,
                LONGEST,
                Map.of(),
                10,
                List.of(),
                AsynchronousInvocation.DEFAULT,
                FunctionIdentity.DEFAULT,
                JavaRuntime.running());
    }

    public FunctionConfiguration withHandler(String value) {
        return change(draft -> draft.handler = value);
    }

    public FunctionConfiguration withMemoryMegabytes(int value) {
        return change(draft -> draft.memoryMegabytes = value);
    }

    public FunctionConfiguration withTimeout(Duration value) {
        return change(draft -> draft.timeout = value);
    }

    public FunctionConfiguration withEnvironment(Map<String, String> value) {
        return change(draft -> draft.environment = value);
    }

    public FunctionConfiguration withReservedConcurrency(int value) {
        return change(draft -> draft.reservedConcurrency = value);
    }

    public FunctionConfiguration withJvmOptions(List<String> value) {
        return change(draft -> draft.jvmOptions = value);
    }

    public FunctionConfiguration withAsynchronous(AsynchronousInvocation value) {
        return change(draft -> draft.asynchronous = value);
    }

    public FunctionConfiguration withIdentity(FunctionIdentity value) {
        return change(draft -> draft.identity = value);
    }

    public FunctionConfiguration withRuntime(JavaRuntime value) {
        return change(draft -> draft.runtime = value);
    }

    /** The function's ARN, without a version. */
    public String arn() {
        return "arn:aws:lambda:%s:%s:function:%s".formatted(identity.region(), identity.account(), name);
    }

    /** What the managed runtime passes to the JVM, then this function's own. */
    List<String> allJvmOptions() {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + memoryMegabytes * 1024L * 85 / 100 + "k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        options.addAll(runtime.nativeAccess());
        options.addAll(jvmOptions);
        return options;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    private FunctionConfiguration change(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.configuration();
    }

    /** A configuration while it changes. */
    private static final class Draft {
        private final String name;
        private String handler;
        private int memoryMegabytes;
        private Duration timeout;
        private Map<String, String> environment;
        private int reservedConcurrency;
        private List<String> jvmOptions;
        private AsynchronousInvocation asynchronous;
        private FunctionIdentity identity;
        private JavaRuntime runtime;

        Draft(FunctionConfiguration from) {
            name = from.name;
            handler = from.handler;
            memoryMegabytes = from.memoryMegabytes;
            timeout = from.timeout;
            environment = from.environment;
            reservedConcurrency = from.reservedConcurrency;
            jvmOptions = from.jvmOptions;
            asynchronous = from.asynchronous;
            identity = from.identity;
            runtime = from.runtime;
        }

        FunctionConfiguration configuration() {
            return new FunctionConfiguration(
                    name,
                    handler,
                    memoryMegabytes,
                    timeout,
                    environment,
                    reservedConcurrency,
                    jvmOptions,
                    asynchronous,
                    identity,
                    runtime);
        }
    }
}
