package io.github.streamingimage.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A name server on loopback that replies to each question over UDP as it is told to (RFC 1035, section 4.1), and keeps the questions. */
public final class NameServer implements AutoCloseable {

    private static final int HEADER = 12;

    private final DatagramSocket socket;
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private volatile Function<Question, Reply> replies;

    /** What it replies: an address, or another response code. */
    public enum Reply {
        ADDRESS(0),
        NO_ADDRESS(0),
        FORMERR(1),
        SERVFAIL(2),
        NXDOMAIN(3),
        NOTIMP(4),
        REFUSED(5),
        SILENCE(-1);

        private final int code;

        Reply(int code) {
            this.code = code;
        }
    }

    /**
     * What was asked.
     *
     * @param name without the dot at the end
     * @param type 1 for A, 28 for AAAA, 255 for ANY
     */
    public record Question(String name, int type) {}

    public NameServer(Function<Question, Reply> replies) {
        this.replies = replies;
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "name server");
        thread.setDaemon(true);
        thread.start();
    }

    /** For {@link DnsResolver}. */
    public String url() {
        return "dns://127.0.0.1:" + socket.getLocalPort();
    }

    public void replies(Function<Question, Reply> next) {
        replies = next;
    }

    public List<Question> questions() {
        return List.copyOf(questions);
    }

    private void serve() {
        byte[] buffer = new byte[512];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                ByteBuffer message = ByteBuffer.wrap(buffer, 0, packet.getLength());
                Question question = question(message);
                questions.add(question);
                Reply reply = replies.apply(question);
                if (reply != Reply.SILENCE) {
                    byte[] response = response(message, reply);
                    socket.send(new DatagramPacket(response, response.length, packet.getSocketAddress()));
                }
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    /** Leaves the message where the question ends. */
    private static Question question(ByteBuffer message) {
        StringBuilder name = new StringBuilder();
        message.position(HEADER);
        for (int length = message.get(); length > 0; length = message.get()) {
            byte[] label = new byte[length];
            message.get(label);
            name.append(name.length() == 0 ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        Question question = new Question(name.toString(), message.getShort());
        message.getShort();
        return question;
    }

    private static byte[] response(ByteBuffer message, Reply reply) {
        int end = message.position();
        ByteBuffer response = ByteBuffer.allocate(end + 16);
        response.put(message.array(), 0, end);
        response.putShort(2, (short) (0x8180 | reply.code));
        response.putShort(6, (short) (reply == Reply.ADDRESS ? 1 : 0));
        response.putInt(8, 0);
        if (reply == Reply.ADDRESS) {
            // A pointer to the name in the question, type A, class IN, a time to live of a minute, 127.0.0.1.
            response.putShort((short) (0xC000 | HEADER));
            response.putShort((short) 1).putShort((short) 1).putInt(60).putShort((short) 4);
            response.put(new byte[] {127, 0, 0, 1});
        }
        byte[] bytes = new byte[response.position()];
        response.rewind();
        response.get(bytes);
        return bytes;
    }

    @Override
    public void close() {
        socket.close();
    }
}
