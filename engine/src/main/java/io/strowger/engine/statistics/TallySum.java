package io.strowger.engine.statistics;

import java.util.BitSet;

/** Adds tallies up; to be used again and again by one thread. Takes time in proportion to what is added. */
public final class TallySum {
    private final long[] counts = new long[Count.COUNT];
    private final long[] waits = new long[Waits.BUCKETS];
    private final BitSet buckets = new BitSet(Waits.BUCKETS);
    private long waitNanos;
    private long longestNanos;

    /** A sum of nothing. */
    public TallySum() {}

    void add(int position, long by) {
        counts[position] += by;
    }

    void addWaitTimes(long sumNanos, long mostNanos) {
        waitNanos += sumNanos;
        longestNanos = Math.max(longestNanos, mostNanos);
    }

    void addWaits(int bucket, long count) {
        waits[bucket] += count;
        buckets.set(bucket);
    }

    void add(Tally tally) {
        for (int position = 0; position < Count.COUNT; position++) {
            add(position, tally.of(position));
        }
        addWaitTimes(tally.sumOfWaitNanos(), tally.longestWaitNanos());
        Waits more = tally.histogram();
        for (int position = 0; position < more.size(); position++) {
            addWaits(more.bucket(position), more.count(position));
        }
    }

    /** What was added since the last time. */
    Tally take() {
        Tally tally = new Tally();
        for (int position = 0; position < Count.COUNT; position++) {
            tally.add(position, counts[position]);
            counts[position] = 0;
        }
        tally.addWaitTimes(waitNanos, longestNanos);
        waitNanos = 0;
        longestNanos = 0;
        for (int bucket = buckets.nextSetBit(0); bucket >= 0; bucket = buckets.nextSetBit(bucket + 1)) {
            tally.histogram().append(bucket, waits[bucket]);
            waits[bucket] = 0;
        }
        buckets.clear();
        return tally;
    }
}
