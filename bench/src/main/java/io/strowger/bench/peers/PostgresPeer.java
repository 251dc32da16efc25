package io.strowger.bench.peers;

import java.util.List;

/** PostgreSQL, a row and a commit a message. */
final class PostgresPeer implements Peer {
    private static final int CONNECTIONS = 16;

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String title() {
        return "PostgreSQL, a durable row a message";
    }

    @Override
    public Comparison compare(Ground ground) {
        return new Comparison(
                new StrowgerServer(false, ground),
                List.of(new PostgresContender(ground)),
                List.of(new Bout(
                        Load.closedLoop(CONNECTIONS, 1),
                        List.of(
                                Yardstick.of(Metric.THROUGHPUT),
                                Yardstick.of(Metric.ANSWER_P50),
                                Yardstick.of(Metric.ANSWER_P99)))),
                List.of(
                        "PostgreSQL is the embedded one, with fsync and synchronous_commit on. Its client is its JDBC driver, a "
                                + "thread a connection; ours takes all connections on one thread."));
    }
}
