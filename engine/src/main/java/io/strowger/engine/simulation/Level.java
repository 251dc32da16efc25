package io.strowger.engine.simulation;

import java.util.function.ObjDoubleConsumer;

/** Something that is so many at a time, such as waiting customers: its sum over time, slot by slot. One thread. */
final class Level {
    private final Slots slots;
    private final double[] nanos;
    private long value;
    private long since;

    Level(Slots slots) {
        this.slots = slots;
        this.nanos = new double[slots.count()];
        this.since = slots.from();
    }

    long value() {
        return value;
    }

    void add(long instant, long change) {
        set(instant, value + change);
    }

    void set(long instant, long newValue) {
        if (newValue != value) {
            sumUpTo(instant);
            value = newValue;
        }
    }

    /** Hands out the sums, value times seconds, after the end of the counted time. */
    void finish(Tally[] tallies, ObjDoubleConsumer<Tally> add) {
        sumUpTo(slots.to());
        for (int slot = 0; slot < nanos.length; slot++) {
            add.accept(tallies[slot], nanos[slot] / 1e9);
        }
    }

    private void sumUpTo(long instant) {
        long end = Math.min(instant, slots.to());
        while (since < end) {
            int slot = slots.of(since);
            long until = Math.min(end, slots.start(slot + 1));
            nanos[slot] += (double) value * (until - since);
            since = until;
        }
    }
}
