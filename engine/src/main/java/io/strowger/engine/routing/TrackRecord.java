package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;

/**
 * How good one way to estimate waits has been in a queue, and what has to be made of its estimates so that half of the waits,
 * or nine tenths, are not longer. Both factors move a little with each wait: up when it was longer, down when it was not, by
 * steps whose lengths balance at the share that is wanted.
 */
final class TrackRecord {
    /** The factor one. */
    static final long ONE = 1 << 16;

    private static final long LEAST = ONE / 64;
    private static final long MOST = ONE * 64;
    private static final int MEDIAN_SHIFT = 6;
    private static final int NINETIETH_SHIFT = 8;
    private static final int NINTHS = 9;

    /** The distance between the median estimate and the wait. */
    final Average error = new Average();

    private long median = ONE;
    private long ninetieth = 2 * ONE;

    /** The wait that half of those with such an estimate don't exceed. */
    long median(long estimate) {
        return Saturating.share(estimate, median, ONE);
    }

    /** The wait that nine of ten with such an estimate don't exceed. */
    long ninetieth(long estimate) {
        return Math.max(median(estimate), Saturating.share(estimate, ninetieth, ONE));
    }

    /** Learns what became of an estimate. */
    void score(long estimate, long wait) {
        error.add(Math.abs(median(estimate) - wait));
        if (estimate == 0) {
            // No factor would have helped.
            return;
        }
        long step = median >> MEDIAN_SHIFT;
        boolean isLonger = wait > Saturating.share(estimate, median, ONE);
        median = within(median + (isLonger ? step : -step));
        step = ninetieth >> NINETIETH_SHIFT;
        isLonger = wait > Saturating.share(estimate, ninetieth, ONE);
        ninetieth = within(ninetieth + (isLonger ? NINTHS * step : -step));
    }

    private static long within(long factor) {
        return Math.max(LEAST, Math.min(MOST, factor));
    }

    long stateHash() {
        return Hashes.combine(Hashes.combine(error.stateHash(), median), ninetieth);
    }
}
