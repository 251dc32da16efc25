package io.strowger.engine.simulation;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How many customers come, as a Poisson process whose rate may change from hour to hour. Immutable.
 *
 * @param perHour customers an hour: one number for always, or 24, one for each hour of the day
 */
public record ArrivalRate(double[] perHour) {
    private static final int HOURS = 24;
    private static final long HOUR_NANOS = TimeUnit.HOURS.toNanos(1);

    public ArrivalRate {
        perHour = perHour.clone();
        if (perHour.length != 1 && perHour.length != HOURS) {
            throw new IllegalArgumentException("a rate has 1 or " + HOURS + " numbers, not " + perHour.length);
        }
        for (double rate : perHour) {
            if (!(rate >= 0) || Double.isInfinite(rate)) {
                throw new IllegalArgumentException("the rate " + rate + " an hour must be 0 or more");
            }
        }
    }

    /** The same all day. */
    public static ArrivalRate of(double perHour) {
        return new ArrivalRate(new double[] {perHour});
    }

    @Override
    public double[] perHour() {
        return perHour.clone();
    }

    /** Whether it is the same all day. */
    public boolean isConstant() {
        return Arrays.stream(perHour).allMatch(rate -> rate == perHour[0]);
    }

    /** The mean over a day, an hour. */
    public double meanPerHour() {
        double sum = 0;
        for (double rate : perHour) {
            sum += rate;
        }
        return sum / perHour.length;
    }

    /**
     * When the next customer comes: exact for rates that change, as the expected number of customers until then is
     * exponential with mean 1.
     *
     * @param now epoch nanoseconds
     * @return epoch nanoseconds; {@link Long#MAX_VALUE} for never
     */
    long next(long now, RandomStream random) {
        double expected = random.nextExponential();
        if (meanPerHour() == 0) {
            return Long.MAX_VALUE;
        }
        long at = now;
        while (at - now < Distribution.LONGEST_NANOS) {
            double rate = perHour[(int) (Math.floorDiv(at, HOUR_NANOS) % perHour.length)];
            long hourEnd = (Math.floorDiv(at, HOUR_NANOS) + 1) * HOUR_NANOS;
            double untilHourEnd = rate * (hourEnd - at) / HOUR_NANOS;
            if (perHour.length == 1 || expected < untilHourEnd) {
                long wait = Math.round(expected / rate * HOUR_NANOS);
                return wait < Distribution.LONGEST_NANOS ? at + wait : Long.MAX_VALUE;
            }
            expected -= untilHourEnd;
            at = hourEnd;
        }
        return Long.MAX_VALUE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ArrivalRate same && Arrays.equals(perHour, same.perHour);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(perHour);
    }

    @Override
    public String toString() {
        return "ArrivalRate" + Arrays.toString(perHour);
    }
}
