package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;

/** What an agent got, and how long the agent could be asked, since the organization's fairness window began. */
final class FairShare {
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_TO_MILLIONTHS_A_SECOND = 1_000_000_000_000L;

    /** Assignments. */
    int assignments;

    private long availableBefore;
    private long availableSince;
    private boolean available;

    /** Takes notice of whether the agent can be asked from now on. */
    void observe(boolean canBeAsked, long now) {
        if (canBeAsked == available) {
            return;
        }
        if (available) {
            availableBefore += now - availableSince;
        }
        available = canBeAsked;
        availableSince = now;
    }

    /** Begins a window. */
    void restart(long now) {
        assignments = 0;
        availableBefore = 0;
        availableSince = now;
    }

    /** From when the agent would be available to have been so for as long without a break; of one who is. Microseconds. */
    long baseMicros() {
        return Math.floorDiv(availableSince - availableBefore, NANOS_PER_MICRO);
    }

    /** How long the agent has been available. */
    static long availableMicros(long baseMicros, long now) {
        return now / NANOS_PER_MICRO - baseMicros;
    }

    /** Compares assignments for the time; nothing is the least, whatever the time. */
    static int compare(long assignments, long availableMicros, long otherAssignments, long otherAvailableMicros) {
        if (assignments == 0 || otherAssignments == 0) {
            return Long.compare(assignments, otherAssignments);
        }
        // Windows last 31 days at most, which are less than 2^42 microseconds.
        return Long.compare(assignments * otherAvailableMicros, otherAssignments * availableMicros);
    }

    /** Assignments a second in millionths. */
    long rate(long now) {
        return assignments * MICROS_TO_MILLIONTHS_A_SECOND / Math.max(1, availableMicros(baseMicros(), now));
    }

    long stateHash() {
        long hash = Hashes.combine(assignments, availableBefore);
        return Hashes.combine(hash, available ? availableSince : -1);
    }
}
