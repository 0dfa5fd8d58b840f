package io.github.streamingimage.emulator.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A name server on loopback that knows no name: NXDOMAIN is its response to every question over UDP.
 *
 * <p>The module {@code lambda}, which this one depends on and which therefore cannot use this class, tests its resolver with a name
 * server that replies as it is told to.
 */
public final class EmptyNameServer implements AutoCloseable {

    private static final int LONGEST_MESSAGE = 512;
    private static final int FLAGS = 2;

    /** A response, recursion desired and available, response code 3 (RFC 1035, section 4.1.1). */
    private static final short NXDOMAIN = (short) 0x8183;

    private final DatagramSocket socket;

    public EmptyNameServer() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "empty-name-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** The options of a JVM that asks this name server only, and takes names from no file of the machine either. */
    public List<String> jvmOptions() {
        return List.of(
                "-Djava.naming.provider.url=dns://127.0.0.1:" + socket.getLocalPort(),
                "-Djdk.net.hosts.file=/dev/null");
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST_MESSAGE], LONGEST_MESSAGE);
        try {
            while (true) {
                packet.setLength(LONGEST_MESSAGE);
                socket.receive(packet);
                if (packet.getLength() >= FLAGS + Short.BYTES) {
                    ByteBuffer.wrap(packet.getData()).putShort(FLAGS, NXDOMAIN);
                    // To where it came from, the question as it was asked.
                    socket.send(packet);
                }
            }
        } catch (IOException e) {
            // It is closed.
        }
    }
}
