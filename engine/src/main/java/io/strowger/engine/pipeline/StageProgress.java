package io.strowger.engine.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;

/**
 * Around a stage's handler: wakes the stages behind it when the handler has nothing further to do, or has passed on so many
 * events since it last did. With fewer processors than busy threads, waking for each event would have the next stage work in
 * small batches, each of which costs a force and several switches of threads. Belongs to the stage's thread.
 *
 * @param <E> the ring's events
 */
public final class StageProgress<E> implements EventHandler<E> {
    /** How many events the first of two stages passes on before it wakes the other: some times those of a force. */
    public static final int COMPACT_WAKE_EVERY = 64;

    private final EventHandler<E> handler;
    private final RingBuffer<E> ring;
    private final PatientWaitStrategy waiting;
    private final int wakeEvery;
    private Sequence passed = new Sequence();

    /**
     * @param wakeEvery events that a stage without a pause passes on before it wakes the next one; 1 for at once
     */
    public StageProgress(EventHandler<E> handler, RingBuffer<E> ring, PatientWaitStrategy waiting, int wakeEvery) {
        this.handler = handler;
        this.ring = ring;
        this.waiting = waiting;
        this.wakeEvery = wakeEvery;
    }

    @Override
    public void setSequenceCallback(Sequence sequence) {
        passed = new AnnouncedSequence(sequence);
        handler.setSequenceCallback(passed);
    }

    @Override
    public void onEvent(E event, long sequence, boolean endOfBatch) throws Exception {
        handler.onEvent(event, sequence, endOfBatch);
        if (endOfBatch) {
            passed.set(sequence); // the ring would do it next, without waking anybody
        }
    }

    /** Sets another sequence and wakes those who wait for it when it is time. */
    private final class AnnouncedSequence extends Sequence {
        private final Sequence sequence;
        private long announced;

        private AnnouncedSequence(Sequence sequence) {
            this.sequence = sequence;
            this.announced = sequence.get();
        }

        @Override
        public void set(long value) {
            sequence.set(value);
            if (value - announced >= wakeEvery || !ring.isAvailable(value + 1)) { // a claimed one may take long
                announced = value;
                waiting.progressed();
            }
        }
    }
}
