package io.strowger.bench.rig;

import java.time.Duration;
import java.util.Arrays;

/** Answers in each tenth of a second. Written by one thread, read when it is done. Allocates nothing while it counts. */
final class Throughput {
    static final Duration STEP = Duration.ofMillis(100);

    private final long[] counts;
    private final long stepNanos = STEP.toNanos();
    private long startNanos;
    private int used;

    Throughput(Duration longest) {
        counts = new long[(int) (longest.toMillis() / STEP.toMillis()) + 1];
    }

    /** Where the first step begins; before counting. */
    void startAt(long nanos) {
        startNanos = nanos;
    }

    /** What comes later than the longest time falls into the last step. */
    void count(long nowNanos) {
        int step = (int) Math.max(0, Math.min(counts.length - 1, (nowNanos - startNanos) / stepNanos));
        counts[step]++;
        used = Math.max(used, step + 1);
    }

    long[] counts() {
        return Arrays.copyOf(counts, used);
    }
}
