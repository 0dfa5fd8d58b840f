package io.github.streamingimage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A server on loopback that never says a word: it takes connections without reading them or answering, or, when it is busy, leaves
 * them waiting to be taken.
 */
final class SilentServer implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 64;

    private final ServerSocket server;
    private final List<Socket> fillers = new ArrayList<>();

    private SilentServer() {
        try {
            server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a few connections (the system does, before any program has asked for them). */
    static SilentServer taking() {
        return new SilentServer();
    }

    /** Takes no connection: as many wait already as can. */
    static SilentServer busy() {
        SilentServer silent = new SilentServer();
        while (silent.takesOneMore()) {
            if (silent.fillers.size() > MOST_CONNECTIONS) {
                throw new IllegalStateException("this system takes any number of connections");
            }
        }
        return silent;
    }

    private boolean takesOneMore() {
        Socket filler = new Socket();
        fillers.add(filler);
        try {
            filler.connect(server.getLocalSocketAddress(), 200);
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + ((InetSocketAddress) server.getLocalSocketAddress()).getPort();
    }

    @Override
    public void close() {
        try {
            for (Socket filler : fillers) {
                filler.close();
            }
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
