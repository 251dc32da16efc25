package io.strowger.bench.net;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One connection with at most so many unanswered requests, which are answered in their order. Knows when each was meant to be
 * sent and when it was. Nothing is allocated after construction unless an answer outgrows the buffer. Used by one thread at a
 * time.
 */
public final class PipelinedConnection implements AutoCloseable {
    private static final int READ_BYTES = 64 << 10;
    private static final int MOST_WRITE_BYTES = 1 << 20;

    private final int number;
    private final int depth;
    private final Framing framing;
    private final Requests requests;
    private final SocketChannel channel;
    private final ByteBuffer out;
    private final long[] numbers;
    private final long[] intended;
    private final long[] sent;
    private byte[] held = new byte[READ_BYTES];
    private int start;
    private int end;
    private int head;
    private int unanswered;
    private boolean unsent;

    private PipelinedConnection(
            int number, int depth, Framing framing, Requests requests, SocketChannel channel, int outBytes) {
        this.number = number;
        this.depth = depth;
        this.framing = framing;
        this.requests = requests;
        this.channel = channel;
        this.out = ByteBuffer.allocateDirect(outBytes);
        this.numbers = new long[depth];
        this.intended = new long[depth];
        this.sent = new long[depth];
    }

    /** Takes the answers as they come. */
    public interface Listener {
        /**
         * An answer has arrived whole.
         *
         * @param request the number of the request that it answers
         * @param intendedNanos when that was meant to be sent
         * @param sentNanos when it was handed to the socket's buffer
         * @param receivedNanos when the answer was read; all three on the scale of {@link System#nanoTime()}
         * @param bytes holds the answer from {@code from} up to {@code to}, for the time of the call
         */
        void answered(
                PipelinedConnection connection,
                long request,
                long intendedNanos,
                long sentNanos,
                long receivedNanos,
                byte[] bytes,
                int from,
                int to);
    }

    /**
     * Connects, waiting for it. {@link #ask} may be used until {@link #unblock}.
     *
     * @param number the connection's number in its run, from 0
     * @param depth how many requests may be unanswered, 1 or more
     */
    public static PipelinedConnection open(
            InetSocketAddress address, int number, int depth, Framing framing, Requests requests) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(address);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        int all = (int) Math.min(MOST_WRITE_BYTES, (long) depth * requests.maxBytes());
        return new PipelinedConnection(number, depth, framing, requests, channel, Math.max(all, requests.maxBytes()));
    }

    /** Sends something outside the run, such as a login, and waits for its answer. */
    public byte[] ask(byte[] request) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        while (true) {
            int answerEnd = start == end ? Framing.NOT_WHOLE : framing.end(held, start, end);
            if (answerEnd != Framing.NOT_WHOLE) {
                byte[] answer = Arrays.copyOfRange(held, start, answerEnd);
                start = answerEnd;
                return answer;
            }
            read();
        }
    }

    /**
     * Logs in over the TCP protocol.
     *
     * @return null when the server takes the token, else its answer
     */
    public @Nullable String logIn(String token) throws IOException {
        byte[] answer = ask(("{\"token\":\"" + token + "\"}\n").getBytes(StandardCharsets.UTF_8));
        String text = new String(answer, StandardCharsets.UTF_8);
        return text.contains("\"ok\":true") ? null : text.strip();
    }

    /** From here on nothing waits. */
    public void unblock() throws IOException {
        channel.configureBlocking(false);
    }

    public SocketChannel channel() {
        return channel;
    }

    public int number() {
        return number;
    }

    /** Whether a further request may be sent now. */
    public boolean hasRoom() {
        return unanswered < depth && out.remaining() >= requests.maxBytes();
    }

    /** Requests that are sent, or wait for {@link #flush}, and are not answered. */
    public int unanswered() {
        return unanswered;
    }

    /** Puts a request behind those before it; there must be {@linkplain #hasRoom() room}. */
    public void send(long request, long intendedNanos, long nowNanos) {
        int place = head + unanswered < depth ? head + unanswered : head + unanswered - depth;
        numbers[place] = request;
        intended[place] = intendedNanos;
        sent[place] = nowNanos;
        unanswered++;
        requests.write(request, number, out);
        unsent = true;
    }

    /**
     * Hands to the socket what it takes.
     *
     * @return whether it took everything; if not, flush again when it can be written to
     */
    public boolean flush() throws IOException {
        if (unsent) {
            out.flip();
            channel.write(out);
            unsent = out.hasRemaining();
            out.compact();
        }
        return !unsent;
    }

    /**
     * Reads what has arrived and tells the listener of each whole answer.
     *
     * @throws EOFException when the other side has ended the connection
     */
    public void receive(Listener listener) throws IOException {
        while (read() && end == held.length) {
            deliver(listener);
        }
        deliver(listener);
    }

    private void deliver(Listener listener) {
        long now = System.nanoTime();
        while (start < end) {
            int answerEnd = framing.end(held, start, end);
            if (answerEnd == Framing.NOT_WHOLE) {
                return;
            }
            if (unanswered == 0) {
                throw new IllegalStateException("the server answers what was not asked");
            }
            int place = head;
            head = head + 1 == depth ? 0 : head + 1;
            unanswered--;
            int from = start;
            start = answerEnd;
            listener.answered(this, numbers[place], intended[place], sent[place], now, held, from, answerEnd);
        }
    }

    /** Reads once; false when nothing was there. */
    private boolean read() throws IOException {
        if (start == end) {
            start = 0;
            end = 0;
        } else if (end == held.length) {
            byte[] into = start == 0 ? new byte[2 * held.length] : held;
            System.arraycopy(held, start, into, 0, end - start);
            end -= start;
            start = 0;
            held = into;
        }
        int count = channel.read(ByteBuffer.wrap(held, end, held.length - end));
        if (count < 0) {
            throw new EOFException("the server ended the connection with " + unanswered + " requests unanswered");
        }
        end += count;
        return count > 0;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is given up anyway.
        }
    }
}
