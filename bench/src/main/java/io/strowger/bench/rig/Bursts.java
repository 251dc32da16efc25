package io.strowger.bench.rig;

/** A schedule that is on for a tenth of the time, and ten times as dense then. */
final class Bursts implements Schedule {
    private static final double ON_NANOS = 10e6;
    private static final double CYCLE_NANOS = 100e6;

    private final double distanceWhenOnNanos;
    private double onNanos;

    Bursts(double meanDistanceNanos) {
        this.distanceWhenOnNanos = meanDistanceNanos * ON_NANOS / CYCLE_NANOS;
    }

    @Override
    public long next(long intendedNanos) {
        long before = instant();
        onNanos += distanceWhenOnNanos;
        return intendedNanos + instant() - before;
    }

    /** Where the time that counts only while on stands on the ordinary scale. */
    private long instant() {
        double cycles = Math.floor(onNanos / ON_NANOS);
        return (long) (cycles * CYCLE_NANOS + (onNanos - cycles * ON_NANOS));
    }
}
