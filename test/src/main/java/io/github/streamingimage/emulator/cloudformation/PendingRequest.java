package io.github.streamingimage.emulator.cloudformation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A request and what came of it: the first verdict stands, whatever arrives later. */
final class PendingRequest {

    private final SentRequest request;
    private final ResponseUrl url;
    private final CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    private boolean answered;

    PendingRequest(SentRequest request, ResponseUrl url) {
        this.request = request;
        this.url = url;
    }

    SentRequest request() {
        return request;
    }

    ResponseUrl url() {
        return url;
    }

    /** Takes a verdict that rests on an answer, and has it recorded whether the answer counted. */
    synchronized void answer(Verdict given, Consumer<ReceivedAnswer.Disposition> recorder) {
        if (verdict.complete(given)) {
            answered = true;
            recorder.accept(ReceivedAnswer.Disposition.COUNTED);
        } else {
            recorder.accept(answered ? ReceivedAnswer.Disposition.DUPLICATE : ReceivedAnswer.Disposition.LATE);
        }
    }

    /** Gives the request up, unless there is a verdict. */
    void abandon(String reason) {
        verdict.complete(new Verdict.Failed("", reason));
    }

    /** Waits for the verdict, at most for ServiceTimeout. */
    Verdict await(int serviceTimeoutSeconds) {
        Verdict first = verdict.completeOnTimeout(
                        Verdict.noAnswer(request.requestId()), serviceTimeoutSeconds, TimeUnit.SECONDS)
                .join();
        // The answer may be decided, but not recorded yet: whoever is told the outcome finds it in the record.
        synchronized (this) {
            return first;
        }
    }
}
