package io.github.streamingimage.benchmark;

import io.github.streamingimage.DeletionHandler;
import io.github.streamingimage.Services;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.simulation.Agenda;
import io.github.streamingimage.simulation.InvocationContext;
import io.github.streamingimage.time.Time;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lambda on the virtual clock, as many invocations at once as are asked for; writes down what it bills. */
final class VirtualLambda implements Time {

    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private final Agenda agenda;
    private final Supplier<Duration> start;
    private int invocations;
    private Duration billed = Duration.ZERO;

    /** @param start how long it takes until an invocation runs */
    VirtualLambda(Agenda agenda, Supplier<Duration> start) {
        this.agenda = agenda;
        this.start = start;
    }

    void invoke(Services services, byte[] event, Consumer<byte[]> then) {
        String id = "invocation-" + ++invocations;
        agenda.beginAfter(start.get(), () -> {
            Instant begin = agenda.instant();
            byte[] output = handle(services, id, event, begin.plus(TIMEOUT));
            billed = billed.plus(Duration.between(begin, agenda.instant()));
            then.accept(output);
        });
    }

    private byte[] handle(Services services, String id, byte[] event, Instant end) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        InvocationContext context =
                new InvocationContext(id, DeleteRequest.FUNCTION_ARN, () -> Duration.between(agenda.instant(), end));
        try {
            new DeletionHandler(services).handleRequest(new ByteArrayInputStream(event), output, context);
        } catch (IOException e) {
            throw new UncheckedIOException("the function reads and writes memory only", e);
        }
        return output.toByteArray();
    }

    /** What all invocations took; the virtual clock counts milliseconds, to which Lambda rounds up. */
    Billed billed() {
        return new Billed(invocations, billed);
    }

    /** How many invocations, and how much time of theirs. */
    record Billed(int invocations, Duration duration) {}

    static boolean isDone(byte[] output) {
        return Boolean.TRUE.equals(fields(output).get("done"));
    }

    static int waitSeconds(byte[] data) {
        return (Integer) fields(data).get("waitSeconds");
    }

    private static Map<String, Object> fields(byte[] json) {
        return JsonReader.read(json).fields();
    }

    @Override
    public Instant now() {
        return agenda.instant();
    }

    @Override
    public void sleep(Duration duration) {
        agenda.sleep(duration);
    }
}
