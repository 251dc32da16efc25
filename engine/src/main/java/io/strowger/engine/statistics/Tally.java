package io.strowger.engine.statistics;

/** Counts and waits of one queue, agent or channel in some time. Filled by one thread; one that is told is left alone. */
public final class Tally {
    private static final long NANOS_A_MILLI = 1_000_000;

    private final long[] counts = new long[Count.COUNT];
    private final Waits waits = new Waits();
    private long waitNanos;
    private long longestNanos;

    /** One without anything in it. */
    public Tally() {}

    void add(Count what, long by) {
        add(what.position(), by);
    }

    void add(int position, long by) {
        counts[position] += by;
    }

    void addWait(long nanos) {
        waits.add(nanos / NANOS_A_MILLI);
        addWaitTimes(nanos, nanos);
    }

    /** Adds what is known of waits beside their buckets. */
    void addWaitTimes(long sumNanos, long mostNanos) {
        waitNanos += sumNanos;
        longestNanos = Math.max(longestNanos, mostNanos);
    }

    /** The waits by their length. */
    Waits histogram() {
        return waits;
    }

    /** The sum of all waits. */
    long sumOfWaitNanos() {
        return waitNanos;
    }

    /** How many, or how long. */
    public long of(Count what) {
        return counts[what.position()];
    }

    long of(int position) {
        return counts[position];
    }

    /** How many waits there were. */
    public long waits() {
        return of(Count.SERVED);
    }

    /** The wait that so many percent did not exceed, nanoseconds, to about a hundredth; 0 without waits. */
    public long waitNanos(double percent) {
        return Math.min(longestNanos, waits.atPercent(percent) * NANOS_A_MILLI);
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
