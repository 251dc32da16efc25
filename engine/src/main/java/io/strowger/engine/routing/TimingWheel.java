package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * All armed timers, fired in the order of (dueAt, seq). A hierarchical timing wheel (Varghese and Lauck, "Hashed and
 * Hierarchical Timing Wheels", SOSP 1987): arming and cancelling take constant time however many timers there are, and a
 * timer moves at most once a level before it fires.
 *
 * <p>A tick is a millisecond. A timer's level is that of the highest digit (of six bits) in which its tick differs from the
 * wheel's, its slot that digit's value: so every timer of a level is due before all timers of the levels above. Timers whose
 * tick has come stand in a {@link TimerHeap}, which orders those within one millisecond and the overdue ones after a
 * restart.
 *
 * <p>Owned by the deciding thread. Allocates only when there are more timers than ever before.
 */
public final class TimingWheel {
    /** The id of no timer. */
    public static final long NO_TIMER = 0;

    /** The deadline when no timer is armed. */
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    private static final long TICK_NANOS = 1_000_000;
    private static final int DIGIT_BITS = 6;
    private static final int SLOTS = 1 << DIGIT_BITS;
    private static final int SLOT_MASK = SLOTS - 1;
    /** Enough for every tick in 63 bits of nanoseconds. */
    private static final int LEVELS = 8;

    private final TimerPool timers = new TimerPool();
    private final TimerHeap due = new TimerHeap(timers);
    private final int[] heads = new int[LEVELS * SLOTS];
    private final long[] occupied = new long[LEVELS];
    private final Timer visited = new Timer();
    private long tick;
    private long nextSeq = 1;
    private int size;

    public TimingWheel() {
        Arrays.fill(heads, TimerPool.NOTHING);
    }

    /**
     * Arms a timer; the next sequence number is its own.
     *
     * @param kind what the timer is for
     * @param owner whom it belongs to
     * @param ownerSub the second part of that
     * @param dueAt epoch nanoseconds, at least 0; may have passed
     * @return its id, never {@link #NO_TIMER}. Not part of the state: after a recovery it may be another
     */
    public long arm(int kind, long owner, long ownerSub, long dueAt) {
        return restore(kind, owner, ownerSub, dueAt, nextSeq++);
    }

    /** Arms a timer of a snapshot under its old sequence number. */
    public long restore(int kind, long owner, long ownerSub, long dueAt, long seq) {
        if (dueAt < 0) {
            throw new IllegalArgumentException("a timer is due at " + dueAt + ", it must be 0 or more");
        }
        int timer = timers.take(kind, owner, ownerSub, dueAt, seq);
        due.reserve(timers.capacity());
        place(timer);
        size++;
        return timers.id(timer);
    }

    /** Cancels; false when that timer fired or was cancelled before. */
    public boolean cancel(long id) {
        int timer = timers.find(id);
        if (timer == TimerPool.NOTHING) {
            return false;
        }
        if (timers.slot[timer] == TimerPool.IN_HEAP) {
            due.remove(timer);
        } else {
            unlink(timer);
        }
        timers.giveBack(timer);
        size--;
        return true;
    }

    public boolean isArmed(long id) {
        return timers.find(id) != TimerPool.NOTHING;
    }

    /**
     * Takes the first timer, by (dueAt, seq), that is due. Timers armed or cancelled between two calls count in the second.
     *
     * @param now epoch nanoseconds, never less than in the call before
     * @param fired filled when there is one
     * @return whether there is one
     */
    public boolean poll(long now, Timer fired) {
        advance(now / TICK_NANOS);
        if (due.isEmpty()) {
            return false;
        }
        int timer = due.first();
        if (timers.dueAt[timer] > now) {
            return false;
        }
        due.remove(timer);
        timers.copyTo(timer, fired);
        timers.giveBack(timer);
        size--;
        return true;
    }

    /**
     * An instant that is not after the first timer's: exact within the current millisecond, else the beginning of the time
     * that its slot covers. Whoever polls then and asks again gets there in a few steps. {@link #NO_DEADLINE} for none.
     */
    public long nextDeadline() {
        if (!due.isEmpty()) {
            return timers.dueAt[due.first()];
        }
        int level = firstLevel();
        return level == LEVELS ? NO_DEADLINE : firstTick(level) * TICK_NANOS;
    }

    /** The number of armed timers. */
    public int size() {
        return size;
    }

    /** The sequence number of the timer that is armed next; part of the state. */
    public long nextSeq() {
        return nextSeq;
    }

    /** Takes over the next sequence number from a snapshot. */
    public void nextSeq(long seq) {
        nextSeq = seq;
    }

    /** Hands out all armed timers in no particular order. The object is reused. */
    public void forEach(Consumer<Timer> visitor) {
        for (int timer = 0; timer < timers.used(); timer++) {
            if (timers.isTaken(timer)) {
                timers.copyTo(timer, visited);
                visitor.accept(visited);
            }
        }
    }

    /** A hash of all armed timers and the next sequence number, whatever happened before. Visits all timers. */
    public long stateHash() {
        long sum = 0;
        for (int timer = 0; timer < timers.used(); timer++) {
            if (timers.isTaken(timer)) {
                sum += timers.hash(timer);
            }
        }
        return Hashes.combine(sum, nextSeq);
    }

    /** Moves the tick ahead; timers whose time has come go to the heap, those of a slot that has begun to lower levels. */
    private void advance(long newTick) {
        for (int level = firstLevel(); level < LEVELS && firstTick(level) <= newTick; level = firstLevel()) {
            int slot = level << DIGIT_BITS | Long.numberOfTrailingZeros(occupied[level]);
            tick = firstTick(level);
            occupied[level] &= occupied[level] - 1;
            int timer = heads[slot];
            heads[slot] = TimerPool.NOTHING;
            while (timer != TimerPool.NOTHING) {
                int next = timers.next[timer];
                place(timer);
                timer = next;
            }
        }
        tick = Math.max(tick, newTick);
    }

    private void place(int timer) {
        long timerTick = timers.dueAt[timer] / TICK_NANOS;
        if (timerTick <= tick) {
            timers.slot[timer] = TimerPool.IN_HEAP;
            due.add(timer);
            return;
        }
        int level = (Long.SIZE - 1 - Long.numberOfLeadingZeros(timerTick ^ tick)) / DIGIT_BITS;
        int digit = (int) (timerTick >>> (level * DIGIT_BITS)) & SLOT_MASK;
        link(timer, level << DIGIT_BITS | digit);
        occupied[level] |= 1L << digit;
    }

    private void link(int timer, int slot) {
        int head = heads[slot];
        timers.slot[timer] = slot;
        timers.previous[timer] = TimerPool.NOTHING;
        timers.next[timer] = head;
        if (head != TimerPool.NOTHING) {
            timers.previous[head] = timer;
        }
        heads[slot] = timer;
    }

    private void unlink(int timer) {
        int slot = timers.slot[timer];
        int next = timers.next[timer];
        int previous = timers.previous[timer];
        if (next != TimerPool.NOTHING) {
            timers.previous[next] = previous;
        }
        if (previous != TimerPool.NOTHING) {
            timers.next[previous] = next;
            return;
        }
        heads[slot] = next;
        if (next == TimerPool.NOTHING) {
            occupied[slot >>> DIGIT_BITS] &= ~(1L << (slot & SLOT_MASK));
        }
    }

    private int firstLevel() {
        int level = 0;
        while (level < LEVELS && occupied[level] == 0) {
            level++;
        }
        return level;
    }

    /** The tick at which the first occupied slot of a level begins. */
    private long firstTick(int level) {
        int shift = level * DIGIT_BITS;
        long above = tick >>> (shift + DIGIT_BITS) << DIGIT_BITS;
        return (above | Long.numberOfTrailingZeros(occupied[level])) << shift;
    }
}
