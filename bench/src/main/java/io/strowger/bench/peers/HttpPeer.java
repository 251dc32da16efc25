package io.strowger.bench.peers;

import io.strowger.bench.peers.BareHttpServer.Parser;
import java.util.List;

/** A bare Vert.x server. */
final class HttpPeer implements Peer {
    private static final int FEW_CONNECTIONS = 32;

    /** Enough for the processor to be the limit, and not the disk. */
    private static final int MANY_CONNECTIONS = 256;

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String title() {
        return "a bare Vert.x HTTP server";
    }

    @Override
    public Comparison compare(Ground ground) {
        StrowgerServer ours = new StrowgerServer(true, ground);
        return new Comparison(
                ours,
                List.of(
                        new BareHttpContender(Parser.STREAM, ours, ground),
                        new BareHttpContender(Parser.TREE, ours, ground)),
                List.of(bout(FEW_CONNECTIONS), bout(MANY_CONNECTIONS)),
                List.of(
                        "The bare servers answer with an answer of ours, byte for byte. One reads the JSON with our own parser, "
                                + "the fastest way that we know, the other into Vert.x's tree; they keep nothing, and verify no "
                                + "token."));
    }

    private static Bout bout(int connections) {
        return new Bout(
                Load.closedLoop(connections, 1),
                List.of(
                        Yardstick.of(Metric.THROUGHPUT, 0.60, 0.70),
                        Yardstick.of(Metric.ANSWER_P50),
                        Yardstick.of(Metric.ANSWER_P99)));
    }
}
