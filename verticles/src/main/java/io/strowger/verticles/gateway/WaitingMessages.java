package io.strowger.verticles.gateway;

import io.strowger.engine.ingress.MessageIngress;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Messages that found no room and wait for some, for a short time: ordinary ones, which need a place in the ring, and large
 * ones, which need a buffer as well, in a line each, so that a large one holds up none that would fit. Bounded by number and by
 * bytes. Belongs to one event loop.
 */
final class WaitingMessages {
    static final long LONGEST_WAIT_NANOS = 50_000_000;
    static final int MOST = 1_024;
    static final long MOST_BYTES = 16L << 20;

    private final Consumer<Runnable> whenRoom;
    private final LongSupplier clock;
    private final ArrayDeque<Waiting> ordinary = new ArrayDeque<>();
    private final ArrayDeque<Waiting> large = new ArrayDeque<>();
    private final Runnable round = this::round;
    private long bytes;
    private boolean announced;
    private boolean closed;

    /**
     * @param whenRoom runs a task once, when there may be room again
     * @param clock nanoseconds from some instant on
     */
    WaitingMessages(Consumer<Runnable> whenRoom, LongSupplier clock) {
        this.whenRoom = whenRoom;
        this.clock = clock;
    }

    /** A message that may wait. */
    interface Candidate {
        /** Tries to publish it; returns a sequence or a {@code REFUSED_} code of {@link MessageIngress}. */
        long tryPublish();

        /** Tells the sender why it was not taken. */
        void refuse(long code);

        /** Whether the sender has gone, so that nobody needs it any more. */
        boolean isAbandoned();

        /** Memory that it holds while it waits. */
        int bytes();

        /** Whether it needs a large buffer beside its place in the ring. */
        boolean isLarge();
    }

    /** Whether others of that kind wait: a message that comes now must not overtake them. */
    boolean isHeldUp(boolean isLarge) {
        return !lineOf(isLarge).isEmpty();
    }

    /** Lets it wait; false when as many wait as may, so that it has to be refused. */
    boolean tryAdd(Candidate candidate) {
        if (closed || ordinary.size() + large.size() >= MOST || bytes + candidate.bytes() > MOST_BYTES) {
            return false;
        }
        bytes += candidate.bytes();
        lineOf(candidate.isLarge()).add(new Waiting(candidate, clock.getAsLong()));
        announce();
        return true;
    }

    /** Refuses all that wait, and lets nobody wait from here on: the server ends. */
    void close() {
        closed = true;
        refuseAll(ordinary);
        refuseAll(large);
    }

    private void refuseAll(ArrayDeque<Waiting> line) {
        while (!line.isEmpty()) {
            Candidate first = remove(line);
            if (!first.isAbandoned()) {
                first.refuse(MessageIngress.REFUSED_CLOSED);
            }
        }
    }

    private ArrayDeque<Waiting> lineOf(boolean isLarge) {
        return isLarge ? large : ordinary;
    }

    private void announce() {
        if (!announced) {
            announced = true;
            whenRoom.accept(round);
        }
    }

    private void round() {
        announced = false;
        advance(large); // first: what the others take of the ring may be what it lacks
        advance(ordinary);
        if (isHeldUp(true) || isHeldUp(false)) {
            announce();
        }
    }

    /** Publishes from the front until there is no room; what has waited for too long is refused then. */
    private void advance(ArrayDeque<Waiting> line) {
        long now = clock.getAsLong();
        while (!line.isEmpty()) {
            Waiting first = line.element();
            if (first.candidate.isAbandoned()) {
                remove(line);
                continue;
            }
            long code = first.candidate.tryPublish();
            boolean isFull = code == MessageIngress.REFUSED_FULL;
            if (isFull && now - first.sinceNanos < LONGEST_WAIT_NANOS) {
                return;
            }
            remove(line);
            if (code < 0) {
                first.candidate.refuse(code);
            }
            if (isFull) {
                refuseLate(line, now);
                return;
            }
        }
    }

    /** Those behind one that found no room would find none either. */
    private void refuseLate(ArrayDeque<Waiting> line, long now) {
        while (!line.isEmpty() && now - line.element().sinceNanos >= LONGEST_WAIT_NANOS) {
            Candidate late = remove(line);
            if (!late.isAbandoned()) {
                late.refuse(MessageIngress.REFUSED_FULL);
            }
        }
    }

    private Candidate remove(ArrayDeque<Waiting> line) {
        Candidate candidate = line.remove().candidate;
        bytes -= candidate.bytes();
        return candidate;
    }

    private record Waiting(Candidate candidate, long sinceNanos) {}
}
