package io.strowger.engine.simulation;

/** The counted time of a run, cut into equal slots. Immutable. */
record Slots(long from, long to, int count) {
    /** The slot of an instant, or -1 outside of the counted time. */
    int of(long instant) {
        if (instant < from || instant >= to) {
            return -1;
        }
        return (int) Math.min(count - 1, (instant - from) / lengthNanos());
    }

    /** Where a slot begins; of {@code count}, where the last one ends. */
    long start(int slot) {
        return slot == count ? to : from + slot * lengthNanos();
    }

    private long lengthNanos() {
        return Math.max(1, (to - from) / count);
    }
}
