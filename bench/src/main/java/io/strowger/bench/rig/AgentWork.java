package io.strowger.bench.rig;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What agents are to do next: from the thread that hears the answers to the one that publishes commands. A full one takes no
 * more; an offer that is lost so is heard of again with the conversation's next message. Allocates nothing.
 */
final class AgentWork {
    private static final int CAPACITY = 1 << 16;
    private static final int FIELDS = 3;

    private final long[] entries = new long[CAPACITY * FIELDS];
    private final AtomicLong added = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();

    /** For the one thread that adds; false when there is no room. */
    boolean add(long token, int agent, long id) {
        long position = added.getPlain();
        if (position - taken.getAcquire() == CAPACITY) {
            return false;
        }
        int at = (int) (position & CAPACITY - 1) * FIELDS;
        entries[at] = token;
        entries[at + 1] = agent;
        entries[at + 2] = id;
        added.setRelease(position + 1);
        return true;
    }

    /** For the one thread that takes; so are the following. */
    boolean isEmpty() {
        return taken.getPlain() == added.getAcquire();
    }

    long token() {
        return entries[first()];
    }

    int agent() {
        return (int) entries[first() + 1];
    }

    long id() {
        return entries[first() + 2];
    }

    void remove() {
        taken.setRelease(taken.getPlain() + 1);
    }

    private int first() {
        return (int) (taken.getPlain() & CAPACITY - 1) * FIELDS;
    }
}
