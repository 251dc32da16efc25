package io.strowger.engine.simulation;

import java.util.HashSet;
import java.util.Set;

/** Somebody who came, as long as the simulation cares. Mutable; one thread. */
final class Customer {
    static final int NO_QUEUE = -1;

    final int stream;
    final long number;
    final long arrivedAt;
    final long handlingNanos;
    final boolean counts;
    long conversation;
    /** Where the conversation was queued first: its place in the statistics. */
    int firstQueue = NO_QUEUE;
    /** Where it waits; {@link #NO_QUEUE} when it does not. */
    int waitsIn = NO_QUEUE;

    /** Offers without an answer; several where a queue asks several agents at once. */
    final Set<Long> pendingOffers = new HashSet<>(2);

    int offers;
    long assignment;
    long cost;
    boolean isServed;
    boolean isOnLine = true;

    Customer(int stream, long number, long arrivedAt, long handlingNanos, boolean counts) {
        this.stream = stream;
        this.number = number;
        this.arrivedAt = arrivedAt;
        this.handlingNanos = handlingNanos;
        this.counts = counts;
    }
}
