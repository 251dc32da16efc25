package io.strowger.bench.rig;

import java.util.function.DoubleSupplier;

/** A schedule by the distances between messages, in nanoseconds. */
final class Distances implements Schedule {
    private final DoubleSupplier nanos;
    private double carried;

    Distances(DoubleSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public long next(long intendedNanos) {
        carried += nanos.getAsDouble();
        long whole = (long) carried;
        carried -= whole;
        return intendedNanos + whole;
    }
}
