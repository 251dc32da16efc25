package io.strowger.bench.peers;

import java.io.IOException;
import java.util.List;

/** Our own pipeline with queues instead of the ring. */
final class QueuePeer implements Peer {
    @Override
    public String name() {
        return "queue";
    }

    @Override
    public String title() {
        return "our pipeline with LinkedBlockingQueues and a thread pool";
    }

    @Override
    public Comparison compare(Ground ground) throws IOException {
        InProcessEngines engines = new InProcessEngines(ground);
        return new Comparison(
                new InProcessContender("engine", Conditions.JOURNAL, engines::engine),
                List.of(new InProcessContender("queues", Conditions.JOURNAL, engines::queued)),
                List.of(
                        new Bout(
                                Load.atRate(ground.rate()),
                                List.of(
                                        Yardstick.of(Metric.DECISION_P50),
                                        Yardstick.of(Metric.DECISION_P99, 2, 5),
                                        Yardstick.of(Metric.DECISION_P999))),
                        new Bout(Load.saturating(), List.of(Yardstick.of(Metric.THROUGHPUT)))),
                List.of(
                        "The queued version does the same work with the same classes (analyzer, router, journal) on the "
                                + "same number of threads as the compact topology: one analyzes and decides, one commits "
                                + "once for all that drainTo gave it."));
    }
}
