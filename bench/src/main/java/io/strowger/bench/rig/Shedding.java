package io.strowger.bench.rig;

import org.HdrHistogram.Histogram;

/** A sender who gives up a message that finds no room, as a server does that says so to its client; times each refusal. */
final class Shedding implements Target {
    private final LoadTarget target;
    private final Clock clock;
    private final Histogram refusals = Histograms.ofNanos();

    Shedding(LoadTarget target, Clock clock) {
        this.target = target;
        this.clock = clock;
    }

    @Override
    public long offer(long number, long intendedNanos) {
        long before = clock.nanos();
        long sequence = target.offer(number, intendedNanos);
        if (sequence == FULL) {
            Histograms.record(refusals, clock.nanos() - before);
            return 0;
        }
        return sequence;
    }

    @Override
    public boolean poll() {
        return target.poll();
    }

    @Override
    public String reason(long refusal) {
        return target.reason(refusal);
    }

    /** Nanoseconds of each refused offer. */
    Histogram refusals() {
        return refusals;
    }
}
