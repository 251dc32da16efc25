package io.strowger.engine.routing;

import java.util.function.Consumer;

/** Signatures of the wheel. */
public final class TimingWheel {
    /** The id of no timer. */
    public static final long NO_TIMER = 0;

    /** The deadline when no timer is armed. */
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    /**
     * Arms a timer; the next sequence number is its own.
     *
     * @return its id, never {@link #NO_TIMER}; not part of the state, no two armed timers and no timer that fired or was
     *     cancelled lately have the same
     */
    public long arm(int kind, long owner, long ownerSub, long dueAt) {
        throw new UnsupportedOperationException();
    }

    /** Arms a timer of a snapshot under its old sequence number. */
    public long restore(int kind, long owner, long ownerSub, long dueAt, long seq) {
        throw new UnsupportedOperationException();
    }

    /** Cancels in constant time; false when that timer fired or was cancelled before. */
    public boolean cancel(long id) {
        throw new UnsupportedOperationException();
    }

    public boolean isArmed(long id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Takes the first timer, by (dueAt, seq), that is due.
     *
     * @param now epoch nanoseconds, never less than in the call before
     * @return whether there was one
     */
    public boolean poll(long now, Timer fired) {
        throw new UnsupportedOperationException();
    }

    /** An instant that is not after the first timer's, and rarely before it; {@link #NO_DEADLINE} for none. */
    public long nextDeadline() {
        throw new UnsupportedOperationException();
    }

    /** The number of armed timers. */
    public int size() {
        throw new UnsupportedOperationException();
    }

    /** The sequence number of the timer that is armed next; part of the state. */
    public long nextSeq() {
        throw new UnsupportedOperationException();
    }

    public void nextSeq(long seq) {
        throw new UnsupportedOperationException();
    }

    /** Hands out all armed timers in no particular order. The object is reused. */
    public void forEach(Consumer<Timer> visitor) {
        throw new UnsupportedOperationException();
    }

    /** A hash of all armed timers and the next sequence number. */
    public long stateHash() {
        throw new UnsupportedOperationException();
    }
}
