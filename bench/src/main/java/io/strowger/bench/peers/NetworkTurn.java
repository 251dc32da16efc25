package io.strowger.bench.peers;

import io.strowger.bench.net.AnswerCheck;
import io.strowger.bench.net.Framing;
import io.strowger.bench.net.LoadPlan;
import io.strowger.bench.net.LoadResult;
import io.strowger.bench.net.LoadRun;
import io.strowger.bench.net.PipelinedConnection;
import io.strowger.bench.net.Requests;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A turn over the network: the same client for all contenders, with the same connections and depth, which sends as soon as
 * an answer makes room. One thread.
 *
 * @param port of the server on the loopback interface
 * @param framing how answers end
 * @param requests what is sent
 * @param check what answers must be
 * @param token that each connection logs in with over our TCP protocol, null for none
 */
record NetworkTurn(
        int port,
        Framing framing,
        Requests requests,
        AnswerCheck check,
        @Nullable String token) {
    /** Measures answers for a while, after half of it for warming up. */
    Figures run(Load load, Duration duration) throws IOException, InterruptedException, TurnFailedException {
        List<PipelinedConnection> connections = new ArrayList<>();
        try {
            for (int number = 0; number < load.connections(); number++) {
                connections.add(connect(number, load.depth()));
            }
            LoadPlan plan = new LoadPlan(null, duration.toNanos() / 2, duration.toNanos());
            return figures(LoadRun.run(connections, plan, check, lasted -> {}));
        } finally {
            connections.forEach(PipelinedConnection::close);
        }
    }

    private PipelinedConnection connect(int number, int depth) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        PipelinedConnection connection = PipelinedConnection.open(address, number, depth, framing, requests);
        String refusal = token == null ? null : connection.logIn(token);
        if (refusal != null) {
            connection.close();
            throw new IOException("the server refuses the connection: " + refusal);
        }
        return connection;
    }

    private static Figures figures(LoadResult result) throws TurnFailedException {
        if (result.wrong() > 0) {
            throw new TurnFailedException(result.wrong() + " answers were wrong, the first: " + result.firstWrong());
        } else if (result.lost() > 0) {
            throw new TurnFailedException(result.lost() + " messages were not answered");
        } else if (result.refused() > 0) {
            throw new TurnFailedException(result.refused() + " messages were refused");
        }
        return Figures.answers(result.answersPerSecond(), result.serviceTime(), result.busiestShare());
    }

    /** Sends something on a connection of its own and returns the answer. */
    static byte[] askOnce(int port, Framing framing, byte[] request) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try (PipelinedConnection connection = PipelinedConnection.open(address, 0, 1, framing, NoRequests.INSTANCE)) {
            return connection.ask(request);
        }
    }

    /** For connections that only ask. */
    private enum NoRequests implements Requests {
        INSTANCE;

        @Override
        public int maxBytes() {
            return 1;
        }

        @Override
        public void write(long number, int connection, ByteBuffer into) {
            throw new IllegalStateException("this connection only asks");
        }
    }
}
