package io.strowger.engine.simulation;

import java.util.concurrent.TimeUnit;

/**
 * When an agent is at work, every day.
 *
 * @param fromNanos since midnight
 * @param toNanos since midnight, more than {@code fromNanos}; more than a day for a shift that ends on the next one
 */
public record Shift(long fromNanos, long toNanos) {
    static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);

    public Shift {
        if (fromNanos < 0 || fromNanos >= DAY_NANOS || toNanos <= fromNanos || toNanos > fromNanos + DAY_NANOS) {
            throw new IllegalArgumentException("a shift starts within the day and lasts a day at most");
        }
    }
}
