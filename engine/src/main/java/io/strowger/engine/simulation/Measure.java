package io.strowger.engine.simulation;

import java.util.function.ToDoubleFunction;

/** A figure of a queue, a stream, or all of them: a quotient of two sums. Immutable. */
public final class Measure {
    /** The share of customers who waited at all. */
    public static final Measure WAITED = new Measure(tally -> tally.waited, tally -> tally.arrivals);

    /** The mean wait of all customers, served or not, in seconds. */
    public static final Measure WAIT_SECONDS = new Measure(tally -> tally.waitSeconds, tally -> tally.arrivals);

    /** The mean wait of those who were served, in seconds. */
    public static final Measure SERVED_WAIT_SECONDS =
            new Measure(tally -> tally.servedWaitSeconds, tally -> tally.served);

    /** The share of customers who left without having been served. */
    public static final Measure ABANDONED = new Measure(tally -> tally.abandoned, tally -> tally.arrivals);

    /** The share of customers who were still waiting when the simulation ended. */
    public static final Measure UNSERVED = new Measure(tally -> tally.unserved, tally -> tally.arrivals);

    /** The share of customers who found all lines taken, or their queue full. */
    public static final Measure BLOCKED = new Measure(tally -> tally.blocked, tally -> tally.arrivals + tally.blocked);

    /** The mean number of waiting customers. */
    public static final Measure QUEUE_LENGTH = new Measure(tally -> tally.queueSeconds, tally -> tally.seconds);

    /** The share of the agents' capacity at work that was in use. */
    public static final Measure OCCUPANCY = new Measure(tally -> tally.busySeconds, tally -> tally.staffedSeconds);

    /** The mean capacity at work. */
    public static final Measure STAFFED = new Measure(tally -> tally.staffedSeconds, tally -> tally.seconds);

    /** The share of the time in which all capacity at work was in use. */
    public static final Measure ALL_BUSY = new Measure(tally -> tally.allBusySeconds, tally -> tally.seconds);

    /** Customers a second. */
    public static final Measure ARRIVALS_PER_SECOND = new Measure(tally -> tally.arrivals, tally -> tally.seconds);

    /** The share of served customers whose agent has the queue as the first one. */
    public static final Measure SERVED_BY_FIRST = new Measure(tally -> tally.servedByFirst, tally -> tally.served);

    /** Offers a customer. */
    public static final Measure OFFERS = new Measure(tally -> tally.offers, tally -> tally.arrivals);

    /** The share of offers that were declined. */
    public static final Measure DECLINED = new Measure(tally -> tally.declined, tally -> tally.offers);

    /** The share of offers that expired. */
    public static final Measure EXPIRED = new Measure(tally -> tally.expired, tally -> tally.offers);

    final ToDoubleFunction<Tally> numerator;
    final ToDoubleFunction<Tally> denominator;

    private Measure(ToDoubleFunction<Tally> numerator, ToDoubleFunction<Tally> denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** The figure of one tally; not a number where there is nothing to divide by. */
    public double of(Tally tally) {
        double below = denominator.applyAsDouble(tally);
        return below == 0 ? Double.NaN : numerator.applyAsDouble(tally) / below;
    }
}
