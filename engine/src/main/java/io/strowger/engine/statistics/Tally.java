package io.strowger.engine.statistics;

import org.HdrHistogram.PackedHistogram;
import org.jspecify.annotations.Nullable;

/** Counts and waits of one queue, agent or channel in some time. Filled by one thread; a copy that is told is left alone. */
public final class Tally {
    private static final long NANOS_A_MILLI = 1_000_000;

    /** Waits are told apart by a hundredth. */
    private static final int DIGITS = 2;

    private final long[] counts = new long[Count.COUNT];

    /** Milliseconds. */
    private @Nullable PackedHistogram waits;

    private long waitNanos;
    private long longestNanos;

    void add(Count what, long by) {
        counts[what.position()] += by;
    }

    void addWait(long nanos) {
        histogram().recordValue(nanos / NANOS_A_MILLI);
        waitNanos += nanos;
        longestNanos = Math.max(longestNanos, nanos);
    }

    void addAll(Tally other) {
        for (int position = 0; position < counts.length; position++) {
            counts[position] += other.counts[position];
        }
        PackedHistogram more = other.waits;
        if (more != null) {
            histogram().add(more);
        }
        waitNanos += other.waitNanos;
        longestNanos = Math.max(longestNanos, other.longestNanos);
    }

    private PackedHistogram histogram() {
        PackedHistogram known = waits;
        if (known == null) {
            known = new PackedHistogram(DIGITS);
            waits = known;
        }
        return known;
    }

    /** How many, or how long. */
    public long of(Count what) {
        return counts[what.position()];
    }

    /** How many waits there were. */
    public long waits() {
        return of(Count.SERVED);
    }

    /** The wait that so many percent did not exceed, nanoseconds, to about a hundredth; 0 without waits. */
    public long waitNanos(double percent) {
        PackedHistogram known = waits;
        return known == null ? 0 : Math.min(longestNanos, known.getValueAtPercentile(percent) * NANOS_A_MILLI);
    }

    /** The longest wait, exactly. */
    public long longestWaitNanos() {
        return longestNanos;
    }

    /** The mean wait; 0 without waits. */
    public long meanWaitNanos() {
        return waits() == 0 ? 0 : waitNanos / waits();
    }

    /** A part of a whole, from 0 to 1; 0 of nothing. */
    public static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
