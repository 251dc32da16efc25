package io.strowger.bench.rig;

import io.strowger.verticles.cli.CommandFailure;
import java.util.Random;

/**
 * When messages are meant to be sent. It knows nothing of when they are sent: a sender who is late catches up. Owned by one
 * generator, which asks once a message; the answers carry fractions of a nanosecond over, so that a rate is met exactly.
 */
@FunctionalInterface
public interface Schedule {
    /** The highest rate of a schedule, messages a second: reading the clock alone takes a generator longer above it. */
    double HIGHEST_PER_SECOND = 10_000_000;

    /** The instant that follows an intended one, on the same scale; never before it. */
    long next(long intendedNanos);

    /** The same distance between all messages. */
    static Schedule steady(double perSecond) {
        double distanceNanos = distanceNanos(perSecond);
        return new Distances(() -> distanceNanos);
    }

    /** Arrivals that know nothing of each other: exponential distances with that mean rate. */
    static Schedule poisson(double perSecond, long seed) {
        double meanNanos = distanceNanos(perSecond);
        Random random = new Random(seed);
        return new Distances(() -> -meanNanos * Math.log(1 - random.nextDouble()));
    }

    /** Bursts: ten times the rate for 10 ms, nothing for 90 ms, and so on; the mean is the rate. */
    static Schedule burst(double perSecond) {
        return new Bursts(distanceNanos(perSecond));
    }

    private static double distanceNanos(double perSecond) {
        if (!(perSecond > 0 && perSecond <= HIGHEST_PER_SECOND)) {
            throw CommandFailure.wrongCall(
                    "a rate of " + perSecond + " messages/s cannot be generated; it must be above 0" + " and at most "
                            + (long) HIGHEST_PER_SECOND);
        }
        return 1e9 / perSecond;
    }
}
