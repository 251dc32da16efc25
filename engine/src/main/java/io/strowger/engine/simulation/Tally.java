package io.strowger.engine.simulation;

/**
 * What was counted and summed in some stretch of simulated time: customers by when they came, levels by when they were so.
 * Mutable; one thread.
 */
public final class Tally {
    /** Customers whom the router heard of. */
    public long arrivals;

    /** Customers who were turned away before, because all lines were taken or their queue was full. */
    public long blocked;

    /** Customers who were not with an agent in the instant in which they came. */
    public long waited;

    /** Customers whom an agent talked to. */
    public long served;

    /** Customers served by an agent for whom the queue is the first one. */
    public long servedByFirst;

    /** Customers who left without having been served. */
    public long abandoned;

    /** Customers who neither were served nor left before the end of the simulation. */
    public long unserved;

    /** All customers' waiting time, until they were served or left, in seconds. */
    public double waitSeconds;

    /** The waiting time of those who were served, in seconds. */
    public double servedWaitSeconds;

    /** Offers made. */
    public long offers;

    /** Offers that were declined. */
    public long declined;

    /** Offers that expired. */
    public long expired;

    /** How long this lasted, in seconds. */
    public double seconds;

    /** Waiting customers times seconds. */
    public double queueSeconds;

    /** Capacity in use times seconds. */
    public double busySeconds;

    /** Capacity at work times seconds. */
    public double staffedSeconds;

    /** Seconds in which all capacity at work was in use. */
    public double allBusySeconds;

    /** Customers served within each of the service levels' times. */
    public final long[] servedWithin;

    /** Customers who left within each of these times. */
    public final long[] abandonedWithin;

    Tally(int serviceLevels) {
        servedWithin = new long[serviceLevels];
        abandonedWithin = new long[serviceLevels];
    }

    /** Adds another one's numbers. */
    Tally add(Tally other) {
        arrivals += other.arrivals;
        blocked += other.blocked;
        waited += other.waited;
        served += other.served;
        servedByFirst += other.servedByFirst;
        abandoned += other.abandoned;
        unserved += other.unserved;
        waitSeconds += other.waitSeconds;
        servedWaitSeconds += other.servedWaitSeconds;
        offers += other.offers;
        declined += other.declined;
        expired += other.expired;
        seconds += other.seconds;
        queueSeconds += other.queueSeconds;
        busySeconds += other.busySeconds;
        staffedSeconds += other.staffedSeconds;
        allBusySeconds += other.allBusySeconds;
        for (int level = 0; level < servedWithin.length; level++) {
            servedWithin[level] += other.servedWithin[level];
            abandonedWithin[level] += other.abandonedWithin[level];
        }
        return this;
    }
}
