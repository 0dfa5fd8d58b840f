package io.github.streamingimage.emulator.service;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends responses in real time; closing it ends every pause at once, and nothing is sent after it. */
final class DeliverySender implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Closes the exchange, whatever happens; without a complete response that closes the connection. */
    void send(HttpExchange exchange, DeliveredResponse delivery) throws IOException {
        try (exchange) {
            pause(delivery.pause());
            if (delivery.response().isPresent()) {
                send(exchange, delivery.response().get(), delivery.spread());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, WireResponse response, Duration spread)
            throws IOException, InterruptedException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("x-amzn-RequestId", UUID.randomUUID().toString());
        byte[] body = response.body();
        exchange.sendResponseHeaders(response.status(), body.length);
        OutputStream out = exchange.getResponseBody();
        if (spread.isZero()) {
            out.write(body);
        } else {
            for (byte each : body) {
                out.write(each);
                out.flush();
                pause(spread.dividedBy(body.length));
            }
        }
    }

    private void pause(Duration duration) throws InterruptedException {
        if (closed.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new InterruptedException("the endpoint was closed");
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
