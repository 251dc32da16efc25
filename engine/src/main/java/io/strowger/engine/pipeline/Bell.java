package io.strowger.engine.pipeline;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import java.lang.invoke.VarHandle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Where stages sleep until a sequence has moved on. Ringing it while nobody sleeps costs next to nothing. Any thread. */
@SuppressWarnings("WaitNotInLoop") // callers wait in a loop
final class Bell {
    /** So soon a sleeper notices an alert, for which nobody rings. Shorter than an undertaker waits for a standstill. */
    private static final long LONGEST_SLEEP_MILLIS = 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final AtomicBoolean somebodySleeps = new AtomicBoolean();

    /** Sleeps until it rings, unless the sequence is there; it may return too early. */
    void await(long sequence, Sequence awaited, SequenceBarrier barrier) throws AlertException, InterruptedException {
        lock.lock();
        try {
            somebodySleeps.set(true);
            VarHandle.fullFence(); // said before it looks, as the other side updates before it asks who sleeps
            if (awaited.get() < sequence) {
                barrier.checkAlert();
                rung.await(LONGEST_SLEEP_MILLIS, TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Wakes all sleepers. To be called behind the update that they wait for. */
    void ring() {
        VarHandle.fullFence();
        if (somebodySleeps.get() && somebodySleeps.getAndSet(false)) {
            lock.lock();
            try {
                rung.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
