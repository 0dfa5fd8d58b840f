package io.github.streamingimage.benchmark;

import io.github.streamingimage.aws.ServiceName;
import io.github.streamingimage.benchmark.FirstResponse.ProcessStart;
import io.github.streamingimage.benchmark.MeasuredService.PassRequest;
import io.github.streamingimage.emulator.lambda.FunctionArtifacts;
import io.github.streamingimage.emulator.lambda.FunctionConfiguration;
import io.github.streamingimage.emulator.lambda.JavaRuntime;
import io.github.streamingimage.emulator.lambda.LambdaFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Starts of processes on one Java, from nothing to the first response through AWS's runtime interface client: those of an empty
 * handler, of bare requests, and of whole first passes of a Delete, in turn, so that all meet the same machine.
 */
record StartTrial(JavaRuntime runtime, PassHosts plain, PassHosts secure, List<String> trust) {

    private static final String STATE_MACHINE = "arn:aws:states:us-west-2:123456789012:stateMachine:waiting";

    /** Rounds that are not counted: the hosts' own code is compiled meanwhile. */
    private static final int WARM_UP = 1;

    /** A first pass of a Delete, over TLS or over plain HTTP. */
    record FirstPass(MeasuredService service, boolean overTls) {}

    /**
     * What was measured, in the order of measuring.
     *
     * @param bare starts of {@link BareRequests} with the same requests to the same hosts
     */
    record Starts(List<ProcessStart> empty, List<ProcessStart> bare, List<ProcessStart> pass) {

        /** What a pass takes, as a multiple of the empty handler. */
        double toEmpty(Function<ProcessStart, Duration> time) {
            return seconds(pass, time) / seconds(empty, time);
        }

        /** The same as a multiple of the bare requests. */
        double toBare(Function<ProcessStart, Duration> time) {
            return seconds(pass, time) / seconds(bare, time);
        }

        /** By how much two halves of the same run differ in that, as a part of it. */
        double noise(Function<ProcessStart, Duration> time) {
            return Math.abs(everySecond(0).toBare(time) - everySecond(1).toBare(time)) / toBare(time);
        }

        long peakMemory() {
            return pass.stream().mapToLong(ProcessStart::peakMemory).max().orElseThrow();
        }

        /** The median. */
        static double seconds(List<ProcessStart> starts, Function<ProcessStart, Duration> time) {
            return Samples.seconds(starts.stream().map(time).toList()).median();
        }

        private Starts everySecond(int first) {
            return new Starts(everySecond(empty, first), everySecond(bare, first), everySecond(pass, first));
        }

        private static List<ProcessStart> everySecond(List<ProcessStart> starts, int first) {
            return IntStream.range(0, starts.size())
                    .filter(i -> i % 2 == first)
                    .mapToObj(starts::get)
                    .toList();
        }
    }

    /** Starts everything that many times. */
    static Map<FirstPass, Starts> measure(JavaRuntime runtime, List<FirstPass> passes, int runs) {
        List<ServiceName> services = passes.stream()
                .flatMap(pass -> pass.service().firstPass().stream())
                .map(PassRequest::service)
                .distinct()
                .toList();
        try {
            Path directory = Files.createTempDirectory("hosts");
            try {
                return measure(runtime, passes, runs, services, directory);
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<FirstPass, Starts> measure(
            JavaRuntime runtime, List<FirstPass> passes, int runs, List<ServiceName> services, Path directory)
            throws IOException {
        TlsAuthority authority = new TlsAuthority(
                directory, services.stream().map(PassHosts::name).toList());
        try (PassHosts plain = PassHosts.start(directory, services, Optional.empty());
                PassHosts secure = PassHosts.start(directory, services, Optional.of(authority))) {
            return new StartTrial(runtime, plain, secure, authority.jvmOptions(runtime)).starts(passes, runs);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    private Map<FirstPass, Starts> starts(List<FirstPass> passes, int runs) {
        List<ProcessStart> empty = new ArrayList<>();
        Map<FirstPass, Starts> starts = new LinkedHashMap<>();
        passes.forEach(pass -> starts.put(pass, new Starts(empty, new ArrayList<>(), new ArrayList<>())));
        for (int run = -WARM_UP; run < runs; run++) {
            ProcessStart nothing = emptyHandler();
            if (run >= 0) {
                empty.add(nothing);
            }
            for (FirstPass pass : passes) {
                ProcessStart bare = bareRequests(pass);
                ProcessStart whole = firstPass(pass);
                if (run >= 0) {
                    starts.get(pass).bare().add(bare);
                    starts.get(pass).pass().add(whole);
                }
            }
        }
        return starts;
    }

    private ProcessStart emptyHandler() {
        return start(configuration(EmptyHandler.class));
    }

    private ProcessStart bareRequests(FirstPass pass) {
        PassHosts hosts = hosts(pass);
        String requests = pass.service().firstPass().stream()
                .map(request -> request.method() + " " + hosts.url(request.service()))
                .collect(Collectors.joining(" "));
        return start(configuration(BareRequests.class)
                .withEnvironment(Map.of(BareRequests.VARIABLE, requests))
                .withJvmOptions(jvmOptions(pass)));
    }

    private ProcessStart firstPass(FirstPass pass) {
        Map<String, String> environment = new HashMap<>(hosts(pass).environment());
        environment.put("STATE_MACHINE_ARN", STATE_MACHINE);
        return start(
                FunctionArtifacts.find(),
                pass.service().function().withEnvironment(environment).withJvmOptions(jvmOptions(pass)),
                new DeleteRequest(pass.service(), Instant.now()).event());
    }

    private PassHosts hosts(FirstPass pass) {
        return pass.overTls() ? secure : plain;
    }

    private List<String> jvmOptions(FirstPass pass) {
        return pass.overTls()
                ? Stream.concat(secure.jvmOptions().stream(), trust.stream()).toList()
                : plain.jvmOptions();
    }

    private static FunctionConfiguration configuration(Class<?> handler) {
        return FunctionConfiguration.of("measured", handler.getName() + "::handle");
    }

    /** Starts a handler of this benchmark's own. */
    private ProcessStart start(FunctionConfiguration configuration) {
        FunctionArtifacts code = FunctionArtifacts.find().withFunction(FunctionArtifacts.codeOf(EmptyHandler.class));
        return start(code, configuration, "{}".getBytes(StandardCharsets.UTF_8));
    }

    private ProcessStart start(FunctionArtifacts code, FunctionConfiguration configuration, byte[] event) {
        FirstResponse response = new FirstResponse();
        try (LambdaFunction function =
                LambdaFunction.start(code, configuration.withRuntime(runtime), response::happened, record -> {})) {
            function.invoke(event);
            return response.await();
        }
    }
}
