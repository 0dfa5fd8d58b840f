package io.github.streamingimage.emulator.nimblestudio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
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
 * Nimble Studio's endpoint for streaming images, over HTTP on a loopback port that the system chooses; serves only
 * requests that are signed with the credentials it was given.
 *
 * <p>What it serves is scripted, and seen, through its {@link #images()}.
 */
public final class NimbleStudio implements AutoCloseable {

    private final StreamingImages images;
    private final NimbleStudioWire wire;
    private final SigV4Verifier verifier;
    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool(Daemons.named("nimble-studio"));
    private final Sender sender = new Sender();
    private final Ticker ticker;

    private NimbleStudio(StreamingImages images, Credentials credentials) {
        this.images = images;
        this.wire = new NimbleStudioWire(images);
        this.verifier = new SigV4Verifier("nimble", images.region(), credentials, InstantSource.system());
        this.server = LoopbackServer.create();
        this.ticker = new Ticker(images, images.clock());
    }

    /** Starts to serve these images to whoever signs with the credentials, for the images' region. */
    public static NimbleStudio start(StreamingImages images, Credentials credentials) {
        NimbleStudio studio = new NimbleStudio(images, credentials);
        images.addListener(studio.ticker);
        studio.server.setExecutor(studio.executor);
        studio.server.createContext("/", studio::serve);
        studio.server.start();
        return studio;
    }

    /** What {@code AWS_ENDPOINT_URL_NIMBLE} has to be. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public StreamingImages images() {
        return images;
    }

    /** Models the end of the service: all images are DELETED, and nobody listens at the endpoint any more. */
    public void retire() {
        images.retire();
        close();
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
        images.removeListener(ticker);
        ticker.close();
    }
}
