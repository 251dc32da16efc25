package io.strowger.bench.net;

import org.HdrHistogram.Histogram;

/**
 * What the measured part of a run came to.
 *
 * @param due messages that were meant to be sent
 * @param inTime those of them that were sent before the part ended, or 50 ms later; a server too slow for the rate leaves less
 * @param good messages answered as they should be
 * @param refused messages refused for want of room
 * @param wrong answers that were none of these
 * @param lost messages that were sent and not answered within the grace that follows
 * @param answeredInside good answers that came within the measured time
 * @param measuredNanos how long was measured
 * @param answerTime nanoseconds from when a message was meant to be sent to its answer; good answers only
 * @param serviceTime nanoseconds from when it was sent; good answers only
 * @param answersBySecond good answers in each second of the measured part
 * @param busiestShare CPU time of the busiest of the generator's threads as a share of the whole run's time: near 1 the
 *     generator is the limit
 * @param cpuShare CPU time of all its threads, likewise
 * @param firstWrong the first wrong answer, or empty
 */
public record LoadResult(
        long due,
        long inTime,
        long good,
        long refused,
        long wrong,
        long lost,
        long answeredInside,
        long measuredNanos,
        Histogram answerTime,
        Histogram serviceTime,
        long[] answersBySecond,
        double busiestShare,
        double cpuShare,
        String firstWrong) {
    private static final double NANOS_A_SECOND = 1e9;

    /** Good answers a second within the measured time. */
    public double answersPerSecond() {
        return answeredInside * NANOS_A_SECOND / measuredNanos;
    }

    /** Which share of the messages that were due was sent in time. */
    public double shareInTime() {
        return due == 0 ? 1 : (double) inTime / due;
    }
}
