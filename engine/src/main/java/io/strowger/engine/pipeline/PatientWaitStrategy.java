package io.strowger.engine.pipeline;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;
import java.util.concurrent.locks.LockSupport;

/**
 * Quick while work flows, and an idle engine costs next to nothing. The first stage spins shortly, yields for as long as the
 * next message is likely to come, then blocks until somebody publishes. The others block until a stage before them has made
 * {@linkplain StageProgress progress}; where there are fewer processors than stages, they first take a nap, so that a stage
 * that is at work needs to wake them only when work comes seldom.
 */
@SuppressWarnings("ThreadPriorityCheck") // yielding is the middle step
public final class PatientWaitStrategy implements WaitStrategy {
    /** Messages that come at 5,000 a second or more find the first stage awake. */
    private static final long AWAKE_NANOS = 200_000;

    private static final long NAP_NANOS = 50_000;

    private final long spinNanos;
    private final long stageSpinNanos;
    private final Bell published = new Bell();
    private final Bell progressed = new Bell();

    /**
     * @param spinNanos how long the first stage spins before it yields
     * @param stageSpinNanos how long the others do, which wait for as long as a stage works; 0 to take a nap instead
     */
    public PatientWaitStrategy(long spinNanos, long stageSpinNanos) {
        this.spinNanos = spinNanos;
        this.stageSpinNanos = stageSpinNanos;
    }

    @Override
    public long waitFor(long sequence, Sequence cursor, Sequence dependents, SequenceBarrier barrier)
            throws AlertException, InterruptedException {
        long available = dependents.get();
        if (available >= sequence) {
            return available;
        }
        boolean isFirst = dependents == cursor;
        if (isFirst) {
            available = stayAwake(sequence, dependents, barrier, spinNanos, AWAKE_NANOS);
        } else if (stageSpinNanos > 0) {
            available = stayAwake(sequence, dependents, barrier, stageSpinNanos, 2 * stageSpinNanos);
        } else {
            LockSupport.parkNanos(NAP_NANOS);
            available = dependents.get();
        }
        Bell bell = isFirst ? published : progressed;
        while (available < sequence) {
            barrier.checkAlert();
            bell.await(sequence, dependents, barrier);
            available = dependents.get();
        }
        return available;
    }

    private static long stayAwake(
            long sequence, Sequence dependents, SequenceBarrier barrier, long spinNanos, long awakeNanos)
            throws AlertException {
        long start = System.nanoTime();
        long waited = 0;
        long available = dependents.get();
        while (available < sequence && waited < awakeNanos) {
            barrier.checkAlert();
            if (waited < spinNanos) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
            available = dependents.get();
            waited = System.nanoTime() - start;
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
