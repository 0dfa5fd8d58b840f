package io.github.streamingimage.emulator.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.streamingimage.emulator.http.DaemonThreads;
import io.github.streamingimage.emulator.http.LoopbackServer;
import io.github.streamingimage.emulator.sigv4.Credentials;
import io.github.streamingimage.emulator.sigv4.ReceivedRequest;
import io.github.streamingimage.emulator.sigv4.SigV4Verifier;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A service's endpoint, over HTTP on a loopback port that the system chooses; serves only requests that are signed with
 * the credentials it was given, for the region of its model.
 */
public final class ServiceEndpoint implements AutoCloseable {

    private final ServiceWire<?, ?> wire;
    private final SigV4Verifier verifier;
    private final HttpServer server = LoopbackServer.create();
    private final ExecutorService executor;
    private final DeliverySender sender = new DeliverySender();
    private final Ticker ticker;

    private ServiceEndpoint(ServiceWire<?, ?> wire, Credentials credentials) {
        this.wire = wire;
        this.verifier =
                new SigV4Verifier(wire.signingName(), wire.model().region(), credentials, InstantSource.system());
        this.executor = Executors.newCachedThreadPool(DaemonThreads.named(wire.signingName()));
        this.ticker = new Ticker(wire.model());
    }

    /** Starts to serve to whoever signs with the credentials. */
    public static ServiceEndpoint start(ServiceWire<?, ?> wire, Credentials credentials) {
        ServiceEndpoint endpoint = new ServiceEndpoint(wire, credentials);
        wire.model().addListener(endpoint.ticker);
        endpoint.server.setExecutor(endpoint.executor);
        endpoint.server.createContext("/", endpoint::serve);
        endpoint.server.start();
        return endpoint;
    }

    /** What the service's variable {@code AWS_ENDPOINT_URL_…} has to be. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        ReceivedRequest request = ReceivedRequest.of(exchange);
        sender.send(
                exchange,
                verifier.refusalOf(request)
                        .map(refusal -> wire.refuse(request, refusal))
                        .orElseGet(() -> wire.handle(request)));
    }

    @Override
    public void close() {
        // In this order, so that a client which asks again finds nobody listening.
        server.stop(0);
        sender.close();
        executor.shutdownNow();
        wire.model().removeListener(ticker);
        ticker.close();
    }
}
