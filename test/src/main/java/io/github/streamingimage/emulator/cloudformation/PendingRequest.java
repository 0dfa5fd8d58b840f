package io.github.streamingimage.emulator.cloudformation;

import java.time.Duration;
import java.util.function.Consumer;

/** A request and what comes of it, which is decided once: by a response, by ServiceTimeout, or by a cancellation. */
final class PendingRequest {

    private final SentRequest request;
    private final PresignedUrl url;
    private final Consumer<RequestEnd> observer;
    private final Consumer<Verdict> then;
    private boolean open = true;
    private boolean responded;
    private boolean decided;

    /**
     * A request that was sent.
     *
     * @param observer is told when CloudFormation waits no more, and why
     * @param then gets the verdict
     */
    PendingRequest(SentRequest request, PresignedUrl url, Consumer<RequestEnd> observer, Consumer<Verdict> then) {
        this.request = request;
        this.url = url;
        this.observer = observer;
        this.then = then;
    }

    SentRequest request() {
        return request;
    }

    PresignedUrl url() {
        return url;
    }

    /** What becomes of a response that arrives now. */
    ReceivedResponse.Disposition disposition() {
        if (open) {
            return ReceivedResponse.Disposition.COUNTED;
        }
        return responded ? ReceivedResponse.Disposition.DUPLICATE : ReceivedResponse.Disposition.LATE;
    }

    /** Takes the first response; its verdict stands after a while, unless the request is cancelled before. */
    void respond(Verdict verdict, Scheduler scheduler, Duration processing) {
        responded = true;
        close(RequestEnd.RESPONDED);
        scheduler.after(processing, () -> decide(verdict));
    }

    /** ServiceTimeout is over. */
    void timeOut() {
        if (open) {
            close(RequestEnd.TIMED_OUT);
            decide(Verdict.noResponse(request.requestId()));
        }
    }

    /** Gives the request up, unless there is a verdict. */
    void cancel(String reason) {
        if (open) {
            close(RequestEnd.CANCELLED);
        }
        decide(new Verdict.Failed("", reason));
    }

    private void close(RequestEnd end) {
        open = false;
        observer.accept(end);
    }

    private void decide(Verdict verdict) {
        if (!decided) {
            decided = true;
            then.accept(verdict);
        }
    }
}
