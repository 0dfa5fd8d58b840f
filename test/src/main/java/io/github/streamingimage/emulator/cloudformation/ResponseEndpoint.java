package io.github.streamingimage.emulator.cloudformation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The place where responses are put, as strict as S3 is with presigned URLs: the method, the path, every byte of the query and an
 * empty Content-Type are part of what was signed.
 */
final class ResponseEndpoint implements HttpHandler {

    private static final String SIGNATURE_MISMATCH = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the"
            + " signature you provided. Check your key and signing method.</Message></Error>";

    private final RealTime time;
    private final CustomResourceProvider requests;
    private final Journal journal;
    private final FaultQueue<ResponseFault> faults;

    ResponseEndpoint(
            RealTime time, CustomResourceProvider requests, Journal journal, FaultQueue<ResponseFault> faults) {
        this.time = time;
        this.requests = requests;
        this.journal = journal;
        this.faults = faults;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getRawPath();
            PendingRequest pending = time.get(() -> requests.find(path)).orElse(null);
            String requestId = pending == null ? "" : pending.request().requestId();
            Optional<String> mismatch = signatureMismatch(exchange, pending);
            if (mismatch.isPresent()) {
                journal.violated(new Violation(requestId, mismatch.get()));
                refuse(exchange, requestId, body, 403, SIGNATURE_MISMATCH);
                return;
            }
            Optional<ResponseFault> fault = faults.next();
            if (fault.isPresent()) {
                fail(exchange, pending, body, fault.get());
            } else {
                take(exchange, pending, body, 200);
            }
        }
    }

    private static Optional<String> signatureMismatch(HttpExchange exchange, PendingRequest pending) {
        if (pending == null) {
            return Optional.of("The path of a response URL was changed.");
        }
        if (!exchange.getRequestMethod().equals("PUT")) {
            return Optional.of("The method was not PUT, but " + exchange.getRequestMethod() + ".");
        }
        if (!pending.url().query().equals(exchange.getRequestURI().getRawQuery())) {
            return Optional.of("The query of a response URL was changed.");
        }
        String contentType = exchange.getRequestHeaders().getFirst("Content-Type");
        if (contentType != null && !contentType.isEmpty()) {
            return Optional.of("Content-Type was not empty, but " + contentType + ".");
        }
        return Optional.empty();
    }

    private void fail(HttpExchange exchange, PendingRequest pending, byte[] body, ResponseFault fault)
            throws IOException {
        String requestId = pending.request().requestId();
        if (fault instanceof ResponseFault.Status status) {
            refuse(exchange, requestId, body, status.code(), "<Error><Code>Fault</Code></Error>");
        } else if (fault instanceof ResponseFault.Redirect redirect) {
            exchange.getResponseHeaders().set("Location", redirect.location());
            refuse(exchange, requestId, body, 302, "");
        } else if (fault instanceof ResponseFault.CloseUnanswered) {
            refused(requestId, body, 0);
        } else if (fault instanceof ResponseFault.LoseReply) {
            take(exchange, pending, body, 0);
        } else if (fault instanceof ResponseFault.Stall stall) {
            stall(stall);
            take(exchange, pending, body, 200);
        }
    }

    /** Takes a response; without a status, the connection is closed instead of a reply. */
    private void take(HttpExchange exchange, PendingRequest pending, byte[] body, int status) throws IOException {
        time.run(() -> requests.receive(pending, body, status));
        if (status != 0) {
            reply(exchange, status, "");
        }
    }

    private void refuse(HttpExchange exchange, String requestId, byte[] body, int status, String reply)
            throws IOException {
        refused(requestId, body, status);
        reply(exchange, status, reply);
    }

    private void refused(String requestId, byte[] body, int status) {
        journal.responseReceived(new ReceivedResponse(
                Instant.now(), requestId, status, body.length, ReceivedResponse.Disposition.REFUSED, Optional.empty()));
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void stall(ResponseFault.Stall stall) {
        try {
            Thread.sleep(stall.duration().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
