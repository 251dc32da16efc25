package io.strowger.bench.peers;

import java.util.List;

/** Redis with every write forced. */
final class RedisPeer implements Peer {
    private static final int CONNECTIONS = 16;
    private static final int DEEP = 16;

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public String title() {
        return "Redis SET with appendfsync always";
    }

    @Override
    public Comparison compare(Ground ground) {
        return new Comparison(
                new StrowgerServer(false, ground),
                List.of(new RedisContender(ground)),
                List.of(
                        new Bout(
                                Load.closedLoop(CONNECTIONS, 1),
                                List.of(
                                        Yardstick.of(Metric.THROUGHPUT, 1),
                                        Yardstick.of(Metric.ANSWER_P50),
                                        Yardstick.of(Metric.ANSWER_P99))),
                        new Bout(
                                Load.closedLoop(CONNECTIONS, DEEP),
                                List.of(
                                        Yardstick.of(Metric.THROUGHPUT, 0.5, 1),
                                        Yardstick.of(Metric.ANSWER_P50),
                                        Yardstick.of(Metric.ANSWER_P99)))),
                List.of(
                        "Redis stores, under a key of its own, what Strowger gets as a line, parses, analyzes and routes; the "
                                + "client is the same, and so is the disk."));
    }
}
