package io.strowger.engine.ingress;

import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.Names;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Messages a second for each organization, with a burst of one second: the generic cell rate algorithm (ITU-T I.371).
 * Any thread; never blocks, allocates only when an organization is new.
 */
public final class OrganizationLimits {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private volatile Limits limits = new Limits(new long[0], new AtomicLongArray(0));

    /** Takes over the limits of the configurations in force. Called by the deciding thread after a change. */
    public void update(Directory directory) {
        Limits previous = limits;
        long[] intervals = new long[directory.organizationCount()];
        AtomicLongArray arrivals = new AtomicLongArray(intervals.length);
        for (int number = 0; number < intervals.length; number++) {
            Names names = directory.organization(number);
            int perSecond = names == null ? 0 : names.configuration().limits().messagesPerSecond();
            intervals[number] = perSecond <= 0 ? 0 : NANOS_PER_SECOND / perSecond;
            arrivals.set(number, number < previous.arrivals.length() ? previous.arrivals.get(number) : Long.MIN_VALUE);
        }
        limits = new Limits(intervals, arrivals);
    }

    /** Whether an organization may send a message now; counts it if so. */
    public boolean tryPass(int organization, long nowNanos) {
        Limits current = limits;
        if (organization < 0 || organization >= current.intervals.length || current.intervals[organization] == 0) {
            return true;
        }
        long interval = current.intervals[organization];
        while (true) {
            long arrival = current.arrivals.get(organization);
            long due = arrival == Long.MIN_VALUE ? nowNanos : Math.max(arrival, nowNanos);
            if (due - nowNanos > NANOS_PER_SECOND - interval) {
                return false;
            }
            if (current.arrivals.compareAndSet(organization, arrival, due + interval)) {
                return true;
            }
        }
    }

    private record Limits(long[] intervals, AtomicLongArray arrivals) {}
}
