package io.strowger.bench.rig;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Histograms of nanoseconds, all alike: three digits, up to an hour. */
public final class Histograms {
    private static final long HIGHEST_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int DIGITS = 3;

    private Histograms() {}

    /** An empty one, for one writing thread; it never grows. */
    public static Histogram ofNanos() {
        return new Histogram(HIGHEST_NANOS, DIGITS);
    }

    /** Records a duration; one below zero counts as zero, one above an hour as an hour. */
    public static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.max(0, Math.min(nanos, HIGHEST_NANOS)));
    }
}
