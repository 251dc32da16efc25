package io.strowger.engine.pipeline;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;

/**
 * Spins shortly, yields, then blocks: quick while work flows, and an idle engine costs next to nothing. The first stage is
 * woken when somebody publishes, the others when a stage before them has made {@linkplain StageProgress progress}.
 */
@SuppressWarnings("ThreadPriorityCheck") // yielding is the middle step
public final class PatientWaitStrategy implements WaitStrategy {
    private static final int YIELDS = 20;

    private final long spinNanos;
    private final long stageSpinNanos;
    private final Bell published = new Bell();
    private final Bell progressed = new Bell();

    /**
     * @param spinNanos how long the first stage spins before it yields
     * @param stageSpinNanos how long the others do, which wait for as long as a stage works; 0 to block at once
     */
    public PatientWaitStrategy(long spinNanos, long stageSpinNanos) {
        this.spinNanos = spinNanos;
        this.stageSpinNanos = stageSpinNanos;
    }

    @Override
    public long waitFor(long sequence, Sequence cursor, Sequence dependents, SequenceBarrier barrier)
            throws AlertException, InterruptedException {
        boolean isFirst = dependents == cursor;
        long spin = isFirst ? spinNanos : stageSpinNanos;
        long available = spin > 0 ? spin(sequence, dependents, barrier, spin) : dependents.get();
        Bell bell = isFirst ? published : progressed;
        while (available < sequence) {
            barrier.checkAlert();
            bell.await(sequence, dependents, barrier);
            available = dependents.get();
        }
        return available;
    }

    private static long spin(long sequence, Sequence dependents, SequenceBarrier barrier, long nanos)
            throws AlertException {
        long available = dependents.get();
        if (available >= sequence) {
            return available;
        }
        long until = System.nanoTime() + nanos;
        do {
            barrier.checkAlert();
            Thread.onSpinWait();
            available = dependents.get();
        } while (available < sequence && System.nanoTime() < until);
        for (int yields = 0; available < sequence && yields < YIELDS; yields++) {
            barrier.checkAlert();
            Thread.yield();
            available = dependents.get();
        }
        return available;
    }

    @Override
    public void signalAllWhenBlocking() {
        published.ring();
    }

    /** Wakes the stages that wait for another stage. Called by a stage, behind the update of its sequence. */
    void progressed() {
        progressed.ring();
    }
}
