package io.strowger.engine.pipeline;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.ingress.OrganizationLimits;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.EpochClock;
import io.strowger.engine.record.RecordWriter;
import io.strowger.engine.routing.Router;

/**
 * The second stage, and the only writer of the routing state: reads the clock once a command, has the router decide, and
 * gives each recorded command the next journal sequence.
 */
final class DecideHandler implements EventHandler<RoutingEvent> {
    /** How often a long batch answers those that don't wait for the disk and lets the commit stage go on. */
    private static final int RELEASE_EVERY = 16;

    /** What a message's events take at most on top of its command, in the ordinary case. */
    private static final int EVENTS_ROOM_BYTES = 640;

    private final Router router;
    private final EpochClock clock;
    private final BufferPool pool;
    private final OrganizationLimits limits;
    private final PipelineCounters counters;
    private final TickClock tickClock;
    private final Deliveries deliveries = new Deliveries();
    private final RecordWriter record = new RecordWriter();
    private final ByteReader reader = new ByteReader();
    private final Bytes command = new Bytes();
    private final RingBuffer<RoutingEvent> ring;
    private Sequence release = new Sequence();
    private long now;
    private long nextSequence;
    private long firstUnanswered = Long.MAX_VALUE;
    private volatile Directory directory;

    DecideHandler(
            RingBuffer<RoutingEvent> ring,
            Router router,
            EpochClock clock,
            BufferPool pool,
            OrganizationLimits limits,
            PipelineCounters counters,
            TickClock tickClock) {
        this.ring = ring;
        this.router = router;
        this.clock = clock;
        this.pool = pool;
        this.limits = limits;
        this.counters = counters;
        this.tickClock = tickClock;
        this.now = router.lastTime();
        this.nextSequence = router.lastSequence() + 1;
        this.directory = router.directory();
        limits.update(directory);
    }

    /** The latest names, for any thread. */
    Directory directory() {
        return directory;
    }

    @Override
    public void setSequenceCallback(Sequence sequenceCallback) {
        release = sequenceCallback;
    }

    @Override
    public void onEvent(RoutingEvent event, long sequence, boolean endOfBatch) {
        if (event.kind != CommandKind.NONE) {
            decide(event);
            if (event.ackDecided && firstUnanswered == Long.MAX_VALUE) {
                firstUnanswered = sequence;
            }
        }
        if (endOfBatch) {
            answerDecided(sequence);
            tickClock.deadlineIs(router.nextDeadline());
        } else if (sequence % RELEASE_EVERY == 0) {
            answerDecided(sequence);
            release.set(sequence); // from here on the slot belongs to the next stage
        }
    }

    private void decide(RoutingEvent event) {
        now = Math.max(now, clock.nanos());
        command.set(event.command.array(), 0, event.command.position());
        reader.wrap(command);
        if (event.kind == CommandKind.HASH_STATE) {
            event.decision.stateHash = router.stateHash();
            event.decision.sequence = nextSequence - 1;
        } else {
            decideByRouter(event);
        }
        event.decidedNanos = System.nanoTime();
        counters.decided(event.recordLength > 0, event.decision.duplicate, nextSequence - 1);
    }

    private void decideByRouter(RoutingEvent event) {
        makeRoom(event);
        record.begin(event.record, nextSequence, now, event.kind, event.organization, command);
        router.decide(
                event.kind, event.organization, reader, event.modelVersion, event.analysis, record, event.decision);
        if (record.hasEvents()) {
            event.recordLength = record.end();
            nextSequence++;
        }
        if (event.kind == CommandKind.TICK) {
            tickClock.deadlineIs(router.nextDeadline()); // first, or the clock would tick again for the old one
            tickClock.tickDecided();
        } else if (router.directory() != directory) {
            directory = router.directory();
            limits.update(directory);
        }
    }

    private void makeRoom(RoutingEvent event) {
        if (command.length() + EVENTS_ROOM_BYTES > RoutingEvent.INLINE_RECORD_BYTES) {
            byte[] large = pool.take();
            if (large != null) {
                event.record.swap(large);
            }
        }
    }

    /** Answers those that don't wait for the disk, before their events are passed on. */
    private void answerDecided(long last) {
        if (firstUnanswered == Long.MAX_VALUE) {
            return;
        }
        Responder previous = Responder.NONE;
        for (long sequence = firstUnanswered; sequence <= last; sequence++) {
            RoutingEvent event = ring.get(sequence);
            if (event.kind != CommandKind.NONE && event.ackDecided && event.claimAnswer(sequence)) {
                if (event.responder != previous) {
                    deliveries.wake(previous);
                    previous = event.responder;
                }
                deliveries.answer(
                        event.responder, event.decision, event.decidedNanos - event.publishedNanos, false, event.token);
            }
        }
        deliveries.wake(previous);
        firstUnanswered = Long.MAX_VALUE;
    }
}
