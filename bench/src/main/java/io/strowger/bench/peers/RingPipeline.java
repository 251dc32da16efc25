package io.strowger.bench.peers;

import io.strowger.bench.rig.BareRing;
import io.strowger.engine.pipeline.Topology;
import org.HdrHistogram.Histogram;

/** A Disruptor with empty handlers. */
final class RingPipeline implements Pipeline {
    private final BareRing ring = new BareRing(Topology.COMPACT);

    @Override
    public long offer(long number, long intendedNanos) {
        return ring.offer(number, intendedNanos);
    }

    @Override
    public void awaitAnswers(long sent) {
        ring.drain();
    }

    @Override
    public void reset() {
        ring.reset();
    }

    @Override
    public Histogram decided() {
        return ring.decided();
    }

    @Override
    public void close() {
        ring.close();
    }
}
