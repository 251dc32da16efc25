package io.strowger.engine.pipeline;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import io.strowger.engine.command.Command;
import io.strowger.engine.command.CorrectAnalysis;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.command.Reclassify;
import io.strowger.engine.command.UpdateAttributes;
import io.strowger.engine.ingress.Gate;
import io.strowger.engine.ingress.MessageIngress;
import io.strowger.engine.ingress.OccupancyLimit;
import io.strowger.engine.ingress.OrganizationLimits;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.journal.Journal;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Publishes commands into the ring: checks the gate, the limits and the room, copies, and never waits. Any thread. */
final class RingIngress implements MessageIngress {
    private final RingBuffer<RoutingEvent> ring;
    private final Gate gate;
    private final OccupancyLimit occupancy;
    private final OrganizationLimits limits;
    private final BufferPool pool;
    private final Journal journal;
    private final UnknownAnswers unknownAnswers;
    private final int textLimitBytes;
    private final int commandLimitBytes;
    final LongAdder published = new LongAdder();
    final LongAdder refusedFull = new LongAdder();
    final LongAdder refusedClosed = new LongAdder();
    final LongAdder refusedTooLarge = new LongAdder();
    final LongAdder refusedLimit = new LongAdder();
    final LongAdder refusedJournalFull = new LongAdder();

    RingIngress(
            RingBuffer<RoutingEvent> ring,
            Gate gate,
            OccupancyLimit occupancy,
            OrganizationLimits limits,
            BufferPool pool,
            Journal journal,
            UnknownAnswers unknownAnswers,
            int textLimitBytes,
            int commandLimitBytes) {
        this.ring = ring;
        this.gate = gate;
        this.occupancy = occupancy;
        this.limits = limits;
        this.pool = pool;
        this.journal = journal;
        this.unknownAnswers = unknownAnswers;
        this.textLimitBytes = textLimitBytes;
        this.commandLimitBytes = commandLimitBytes;
    }

    @Override
    public long tryPublish(
            int organization,
            Command command,
            long intendedNanos,
            Responder responder,
            long token,
            boolean ackDecided) {
        if (!gate.isOpen()) {
            refusedClosed.increment();
            return REFUSED_CLOSED;
        }
        if (command instanceof ReceiveMessage message) {
            long refusal = refusal(message);
            if (refusal < 0) {
                return refusal;
            }
        } else if (command instanceof Reclassify
                || command instanceof CorrectAnalysis
                || command instanceof UpdateAttributes) {
            long refusal = refusalForRoom(); // the rest is for what frees capacity
            if (refusal < 0) {
                return refusal;
            }
        }
        return publish(organization, command, intendedNanos, responder, token, ackDecided);
    }

    /** For the engine's own commands: passes a gate that is closed, though not one that failed. */
    long publishInternal(int organization, Command command, Responder responder, long token) {
        return gate.hasFailed() || unknownAnswers.begun()
                ? REFUSED_CLOSED
                : publish(organization, command, System.nanoTime(), responder, token, false);
    }

    private long refusal(ReceiveMessage message) {
        if (message.text.length() > textLimitBytes || message.encodedBytes() > pool.bufferBytes()) {
            refusedTooLarge.increment();
            return REFUSED_TOO_LARGE;
        }
        return refusalForRoom();
    }

    private long refusalForRoom() {
        if (isFull()) {
            refusedFull.increment();
            return REFUSED_FULL;
        }
        if (!journal.hasRoom()) {
            refusedJournalFull.increment();
            return REFUSED_JOURNAL_FULL;
        }
        return 0;
    }

    private boolean isFull() {
        return ring.getBufferSize() - ring.remainingCapacity() >= occupancy.slots();
    }

    private long publish(
            int organization,
            Command command,
            long intendedNanos,
            Responder responder,
            long token,
            boolean ackDecided) {
        int bytes = command.encodedBytes();
        if (bytes > commandLimitBytes) {
            refusedTooLarge.increment();
            return REFUSED_TOO_LARGE;
        }
        byte[] large = null;
        if (bytes > RoutingEvent.INLINE_BYTES && bytes <= pool.bufferBytes()) {
            large = pool.take();
            if (large == null
                    && (command instanceof ReceiveMessage
                            || command instanceof Reclassify)) { // others may grow: they free capacity
                refusedFull.increment();
                return REFUSED_FULL;
            }
        }
        if (command instanceof ReceiveMessage && !limits.tryPass(organization, System.nanoTime())) { // last: it counts
            giveBack(large);
            refusedLimit.increment();
            return REFUSED_ORGANIZATION_LIMIT;
        }
        long sequence;
        try {
            sequence = ring.tryNext();
        } catch (InsufficientCapacityException e) {
            giveBack(large);
            refusedFull.increment();
            return REFUSED_FULL;
        }
        RoutingEvent event = ring.get(sequence);
        try {
            fill(event, organization, command, large, responder, token, ackDecided, intendedNanos);
        } finally {
            ring.publish(sequence);
        }
        published.increment();
        if (gate.hasFailed() || unknownAnswers.begun()) {
            unknownAnswers.answer(event, sequence, organization, responder, token);
        }
        return sequence;
    }

    private void giveBack(byte @Nullable [] large) {
        if (large != null) {
            pool.give(large);
        }
    }

    private static void fill(
            RoutingEvent event,
            int organization,
            Command command,
            byte @Nullable [] large,
            Responder responder,
            long token,
            boolean ackDecided,
            long intendedNanos) {
        if (large != null) {
            event.command.swap(large);
        }
        event.organization = organization;
        event.responder = responder;
        event.token = token;
        event.ackDecided = ackDecided;
        command.write(event.command);
        event.textLength = command instanceof ReceiveMessage message ? message.text.length() : 0;
        event.publishedNanos = intendedNanos;
        event.kind = command.kind();
    }
}
