package io.strowger.engine.simulation;

/** Where recorded instants are moved to. */
public enum TimeShift {
    /** Nowhere. */
    NONE,
    /** The recording begins when the scenario does. */
    TO_START,
    /** By whole days, to the day on which the scenario begins: each hour of the day stays what it was. */
    BY_DAYS;

    /**
     * How far they are moved.
     *
     * @param recordedFrom when the recording begins, epoch nanoseconds
     * @param start when the scenario begins, epoch nanoseconds
     * @return nanoseconds, negative for back
     */
    long nanos(long recordedFrom, long start) {
        return switch (this) {
            case NONE -> 0;
            case TO_START -> start - recordedFrom;
            case BY_DAYS ->
                (Math.floorDiv(start, Shift.DAY_NANOS) - Math.floorDiv(recordedFrom, Shift.DAY_NANOS))
                        * Shift.DAY_NANOS;
        };
    }
}
