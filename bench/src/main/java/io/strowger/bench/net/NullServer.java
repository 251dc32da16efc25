package io.strowger.bench.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Answers every request with the same bytes, at once: what the generator itself can do, and what it costs. A thread a
 * connection.
 */
final class NullServer implements AutoCloseable {
    private static final int READ_BYTES = 64 << 10;

    private final Framing framing;
    private final byte[] answer;
    private final ServerSocket listening;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    private NullServer(Framing framing, byte[] answer, ServerSocket listening) {
        this.framing = framing;
        this.answer = answer;
        this.listening = listening;
    }

    /**
     * Listens on a free port of the loopback.
     *
     * @param framing of the requests: a protocol's requests end as its answers do
     */
    static NullServer start(Framing framing, byte[] answer) throws IOException {
        NullServer server = new NullServer(framing, answer, new ServerSocket(0, 128, InetAddress.getLoopbackAddress()));
        run("null-server", server::accept);
        return server;
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    private static void run(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                connections.add(socket);
                run("null-connection", () -> serve(socket));
            }
        } catch (IOException closed) {
            connections.forEach(NullServer::close);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            byte[] held = new byte[READ_BYTES];
            int end = 0;
            while (true) {
                int count = in.read(held, end, held.length - end);
                if (count < 0) {
                    throw new EOFException();
                }
                end = answer(held, end + count, out);
            }
        } catch (IOException ended) {
            connections.remove(socket);
        }
    }

    /** Answers the whole requests and moves what is left to the front. */
    private int answer(byte[] held, int end, OutputStream out) throws IOException {
        int start = 0;
        int requests = 0;
        int next;
        while (start < end && (next = framing.end(held, start, end)) != Framing.NOT_WHOLE) {
            start = next;
            requests++;
        }
        byte[] answers = new byte[requests * answer.length];
        for (int number = 0; number < requests; number++) {
            System.arraycopy(answer, 0, answers, number * answer.length, answer.length);
        }
        out.write(answers);
        System.arraycopy(held, start, held, 0, end - start);
        return end - start;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
