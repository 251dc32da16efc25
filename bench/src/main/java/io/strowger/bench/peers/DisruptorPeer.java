package io.strowger.bench.peers;

import java.io.IOException;
import java.util.List;

/** A Disruptor with empty handlers: what the machine and the library take of our figures. */
final class DisruptorPeer implements Peer {
    @Override
    public String name() {
        return "disruptor";
    }

    @Override
    public String title() {
        return "a Disruptor with empty handlers";
    }

    @Override
    public Comparison compare(Ground ground) throws IOException {
        InProcessEngines engines = new InProcessEngines(ground);
        return new Comparison(
                new InProcessContender("engine, no disk", Conditions.IN_MEMORY, engines::engineWithoutDisk),
                List.of(new InProcessContender("bare ring", Conditions.IN_MEMORY, RingPipeline::new)),
                List.of(
                        new Bout(
                                Load.atRate(ground.rate()),
                                List.of(
                                        Yardstick.of(Metric.DECISION_P50),
                                        Yardstick.of(Metric.DECISION_P99),
                                        Yardstick.of(Metric.DECISION_P999, 0.5))),
                        new Bout(Load.saturating(), List.of(Yardstick.of(Metric.THROUGHPUT)))),
                List.of(
                        "The bare ring does nothing: no ratio to it can be above 1 but by chance. At the 99.9th percentile "
                                + "the engine must take at most twice as long as it, which is a ratio of 0.5."));
    }
}
