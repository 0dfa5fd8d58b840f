package io.github.streamingimage.invocation;

import io.github.streamingimage.customresource.Addressee;
import io.github.streamingimage.customresource.CustomResourceRequest;
import io.github.streamingimage.customresource.RequestReader;
import io.github.streamingimage.customresource.RequestReader.Result;
import io.github.streamingimage.invocation.Invocation.GivenUp;
import io.github.streamingimage.invocation.Invocation.Malformed;
import io.github.streamingimage.invocation.Invocation.Request;
import io.github.streamingimage.invocation.Invocation.Resumed;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.waiting.Handover;
import java.util.Map;
import java.util.Optional;

/** Tells the kinds of invocation apart. Reads any bytes; what it cannot make sense of is {@link Malformed}, never an exception. */
public final class InvocationReader {

    /** What fails as a last resort comes back wrapped once more; Lambda stops such loops after about 16 rounds. */
    private static final int DEEPEST_WRAPPING = 16;

    private InvocationReader() {}

    public static Invocation read(byte[] payload) {
        JsonReader.Document document = JsonReader.read(payload);
        Map<String, Object> event = document.fields();
        Optional<Failure> failure = Optional.empty();
        Optional<Handover> handover = Optional.empty();
        Optional<Envelope> envelope = Envelope.of(event);
        for (int depth = 0; envelope.isPresent() && depth < DEEPEST_WRAPPING; depth++) {
            Optional<Failure> outer = failure;
            failure = envelope.get()
                    .failure()
                    .map(inner -> outer.map(inner::inside).orElse(inner))
                    .or(() -> outer);
            handover = envelope.get().handover();
            event = envelope.get().content();
            envelope = Envelope.of(event);
        }
        Result result = RequestReader.read(event);
        if (document.error().isPresent()) {
            return new Malformed(
                    "event", "The event cannot be read: " + document.error().get(), addressee(result));
        }
        if (result instanceof Result.Malformed malformed) {
            return new Malformed(malformed.field(), malformed.problem(), malformed.addressee());
        }
        return of(((Result.WellFormed) result).request(), failure, handover);
    }

    private static Invocation of(
            CustomResourceRequest request, Optional<Failure> failure, Optional<Handover> handover) {
        if (failure.isPresent()) {
            String cause =
                    request.addressee().responseUrl().redact(failure.get().cause());
            return new GivenUp(request, cause, failure.get().undeliveredSuccess());
        }
        return handover.isPresent() ? new Resumed(request, handover.get()) : new Request(request);
    }

    private static Optional<Addressee> addressee(Result result) {
        return result instanceof Result.WellFormed wellFormed
                ? Optional.of(wellFormed.request().addressee())
                : ((Result.Malformed) result).addressee();
    }
}
