package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;
import java.util.Arrays;

/**
 * The timers of a {@link TimingWheel} as parallel arrays: the collector has nothing to walk through. A timer is an index; its
 * id carries a generation as well, so that the id of a timer that is gone finds nothing. Grows, never shrinks.
 */
final class TimerPool {
    /** No timer. */
    static final int NOTHING = -1;

    /** The slot of a timer that waits in the heap. */
    static final int IN_HEAP = -2;

    private static final int FREE = -3;
    private static final int INITIAL_TIMERS = 64;

    int[] kind = new int[INITIAL_TIMERS];
    long[] owner = new long[INITIAL_TIMERS];
    long[] ownerSub = new long[INITIAL_TIMERS];
    long[] dueAt = new long[INITIAL_TIMERS];
    long[] seq = new long[INITIAL_TIMERS];

    /** In the wheel: the slot; else {@link #IN_HEAP}. */
    int[] slot = new int[INITIAL_TIMERS];

    /** In the wheel: the neighbours in the slot. */
    int[] next = new int[INITIAL_TIMERS];

    int[] previous = new int[INITIAL_TIMERS];

    /** In the heap: the place there. */
    int[] heapIndex = new int[INITIAL_TIMERS];

    private int[] generation = new int[INITIAL_TIMERS];
    private int used;
    private int firstFree = NOTHING;

    int take(int timerKind, long timerOwner, long timerOwnerSub, long timerDueAt, long timerSeq) {
        int timer = firstFree;
        if (timer == NOTHING) {
            timer = used;
            if (timer == kind.length) {
                grow();
            }
            used++;
        } else {
            firstFree = next[timer];
        }
        kind[timer] = timerKind;
        owner[timer] = timerOwner;
        ownerSub[timer] = timerOwnerSub;
        dueAt[timer] = timerDueAt;
        seq[timer] = timerSeq;
        slot[timer] = NOTHING;
        return timer;
    }

    void giveBack(int timer) {
        slot[timer] = FREE;
        generation[timer]++;
        next[timer] = firstFree;
        firstFree = timer;
    }

    /** The number of timers that there is room for. */
    int capacity() {
        return kind.length;
    }

    /** Indexes from here on were never taken. */
    int used() {
        return used;
    }

    boolean isTaken(int timer) {
        return slot[timer] != FREE;
    }

    /** The index is one more in the id, so that no id is 0. */
    long id(int timer) {
        return (long) generation[timer] << Integer.SIZE | (timer + 1);
    }

    /** The timer with that id, or {@link #NOTHING}. */
    int find(long id) {
        int timer = (int) id - 1;
        return timer >= 0 && timer < used && generation[timer] == (int) (id >>> Integer.SIZE) && isTaken(timer)
                ? timer
                : NOTHING;
    }

    boolean isBefore(int timer, int other) {
        return dueAt[timer] < dueAt[other] || (dueAt[timer] == dueAt[other] && seq[timer] < seq[other]);
    }

    void copyTo(int timer, Timer into) {
        into.kind = kind[timer];
        into.owner = owner[timer];
        into.ownerSub = ownerSub[timer];
        into.dueAt = dueAt[timer];
        into.seq = seq[timer];
    }

    long hash(int timer) {
        long hash = Hashes.combine(kind[timer], owner[timer]);
        hash = Hashes.combine(hash, ownerSub[timer]);
        hash = Hashes.combine(hash, dueAt[timer]);
        return Hashes.combine(hash, seq[timer]);
    }

    private void grow() {
        int size = kind.length * 2;
        kind = Arrays.copyOf(kind, size);
        owner = Arrays.copyOf(owner, size);
        ownerSub = Arrays.copyOf(ownerSub, size);
        dueAt = Arrays.copyOf(dueAt, size);
        seq = Arrays.copyOf(seq, size);
        slot = Arrays.copyOf(slot, size);
        next = Arrays.copyOf(next, size);
        previous = Arrays.copyOf(previous, size);
        heapIndex = Arrays.copyOf(heapIndex, size);
        generation = Arrays.copyOf(generation, size);
    }
}
