package io.strowger.bench.rig;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import io.strowger.engine.EngineSettings;
import io.strowger.engine.pipeline.PatientWaitStrategy;
import io.strowger.engine.pipeline.StageProgress;
import io.strowger.engine.pipeline.Topology;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * A Disruptor of our pipeline's shape with nothing in it: slots of the same size, the same threads and wait strategy, empty
 * stages. What a message takes through it is what the machine and the library take; the rest is ours.
 */
public final class BareRing implements Target, AutoCloseable {
    private static final long POLL_NANOS = 100_000;

    private final Disruptor<Slot> disruptor;
    private final RingBuffer<Slot> ring;
    private final AtomicLong completed = new AtomicLong();
    private long published;
    private final Histogram decided = Histograms.ofNanos();
    private final Histogram answered = Histograms.ofNanos();

    /** Starts a ring of the engine's usual size, with the threads of a topology. */
    public BareRing(Topology topology) {
        EngineSettings usual = EngineSettings.DEFAULT;
        boolean isCompact = topology.resolve(Runtime.getRuntime().availableProcessors()) == Topology.COMPACT;
        long spinNanos = usual.spin().toNanos();
        PatientWaitStrategy waiting = new PatientWaitStrategy(spinNanos, isCompact ? 0 : spinNanos);
        disruptor = new Disruptor<>(Slot::new, usual.ringSize(), BareRing::daemon, ProducerType.MULTI, waiting);
        ring = disruptor.getRingBuffer();
        EventHandler<Slot> decide =
                (slot, sequence, endOfBatch) -> Histograms.record(decided, System.nanoTime() - slot.intendedNanos);
        EventHandler<Slot> complete = (slot, sequence, endOfBatch) -> {
            Histograms.record(answered, System.nanoTime() - slot.intendedNanos);
            completed.setRelease(completed.getPlain() + 1);
        };
        if (isCompact) {
            disruptor
                    .handleEventsWith(new StageProgress<>(decide, ring, waiting, StageProgress.COMPACT_WAKE_EVERY))
                    .then(complete);
        } else {
            EventHandler<Slot> analyze = (slot, sequence, endOfBatch) -> {};
            EventHandler<Slot> commit = (slot, sequence, endOfBatch) -> {};
            disruptor
                    .handleEventsWith(new StageProgress<>(analyze, ring, waiting, 1))
                    .then(new StageProgress<>(decide, ring, waiting, 1))
                    .then(new StageProgress<>(commit, ring, waiting, 1))
                    .then(complete);
        }
        disruptor.start();
    }

    @Override
    public long offer(long number, long intendedNanos) {
        long sequence;
        try {
            sequence = ring.tryNext();
        } catch (InsufficientCapacityException e) {
            return FULL;
        }
        ring.get(sequence).intendedNanos = intendedNanos;
        ring.publish(sequence);
        published++;
        return sequence;
    }

    /** Waits until everything that was sent has passed. Called by the sender. */
    public void drain() {
        while (completed.getAcquire() < published) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Forgets what was recorded; after {@link #drain()}. */
    public void reset() {
        decided.reset();
        answered.reset();
    }

    /** Nanoseconds from the intended time to the stage that stands for deciding; after {@link #drain()}. */
    public Histogram decided() {
        return decided;
    }

    /** Nanoseconds from the intended time to the last stage; after {@link #drain()}. */
    public Histogram answered() {
        return answered;
    }

    @Override
    public void close() {
        disruptor.halt();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "bench-bare-ring");
        thread.setDaemon(true);
        return thread;
    }

    /** As large as a slot of the engine. */
    private static final class Slot {
        private static final int COMMAND_BYTES = 1_024;
        private static final int RECORD_BYTES = 2_048;

        private long intendedNanos;

        @SuppressWarnings("UnusedVariable")
        private final byte[] command = new byte[COMMAND_BYTES];

        @SuppressWarnings("UnusedVariable")
        private final byte[] record = new byte[RECORD_BYTES];
    }
}
