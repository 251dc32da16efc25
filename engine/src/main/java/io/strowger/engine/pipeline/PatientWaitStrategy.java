package io.strowger.engine.pipeline;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.WaitStrategy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Spins shortly, yields, then blocks: quick while work flows, and an idle engine costs next to nothing. A stage that waits
 * for producers blocks until one publishes; one that waits for another stage sleeps in short steps, since stages don't
 * signal.
 */
@SuppressWarnings({"ThreadPriorityCheck", "WaitNotInLoop"}) // yielding is the middle step; callers wait in a loop
public final class PatientWaitStrategy implements WaitStrategy {
    private static final int YIELDS = 20;
    private static final long STAGE_NAP_NANOS = 50_000;
    /** A net under the signals; nothing depends on it. */
    private static final long LONGEST_WAIT_MILLIS = 200;

    private final long spinNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition published = lock.newCondition();
    private final AtomicBoolean somebodyWaits = new AtomicBoolean();

    /**
     * @param spinNanos how long to spin before yielding
     */
    public PatientWaitStrategy(long spinNanos) {
        this.spinNanos = spinNanos;
    }

    @Override
    public long waitFor(long sequence, Sequence cursor, Sequence dependents, SequenceBarrier barrier)
            throws AlertException, InterruptedException {
        long available = dependents.get();
        if (available >= sequence) {
            return available;
        }
        long spinUntil = System.nanoTime() + spinNanos;
        do {
            barrier.checkAlert();
            Thread.onSpinWait();
            available = dependents.get();
            if (available >= sequence) {
                return available;
            }
        } while (System.nanoTime() < spinUntil);
        for (int yields = 0; yields < YIELDS; yields++) {
            barrier.checkAlert();
            Thread.yield();
            available = dependents.get();
            if (available >= sequence) {
                return available;
            }
        }
        return block(sequence, cursor, dependents, barrier);
    }

    private long block(long sequence, Sequence cursor, Sequence dependents, SequenceBarrier barrier)
            throws AlertException, InterruptedException {
        long available;
        while ((available = dependents.get()) < sequence) {
            barrier.checkAlert();
            if (cursor.get() < sequence) {
                awaitProducer(sequence, cursor, barrier);
            } else {
                LockSupport.parkNanos(STAGE_NAP_NANOS);
            }
        }
        return available;
    }

    private void awaitProducer(long sequence, Sequence cursor, SequenceBarrier barrier)
            throws AlertException, InterruptedException {
        lock.lock();
        try {
            somebodyWaits.set(true);
            if (cursor.get() < sequence) {
                barrier.checkAlert();
                published.await(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void signalAllWhenBlocking() {
        if (somebodyWaits.getAndSet(false)) {
            lock.lock();
            try {
                published.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
