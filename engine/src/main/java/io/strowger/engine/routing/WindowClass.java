package io.strowger.engine.routing;

import java.util.concurrent.TimeUnit;

/**
 * Windows of similar length: their entries share a queue, so that those remembered for a week don't keep those of an hour
 * in memory.
 */
final class WindowClass {
    private static final long[] UP_TO_NANOS = {
        TimeUnit.HOURS.toNanos(1), TimeUnit.HOURS.toNanos(24), TimeUnit.HOURS.toNanos(72), Long.MAX_VALUE
    };

    private WindowClass() {}

    static int count() {
        return UP_TO_NANOS.length;
    }

    /** The class of a window, from 0 to {@link #count()} minus one. */
    static int of(long windowNanos) {
        int index = 0;
        while (windowNanos > UP_TO_NANOS[index]) {
            index++;
        }
        return index;
    }
}
