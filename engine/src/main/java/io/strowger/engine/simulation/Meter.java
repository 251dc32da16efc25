package io.strowger.engine.simulation;

import java.util.List;
import org.HdrHistogram.Histogram;

/** Everything that is counted about a queue, a stream, or all of them, in one run. One thread. */
final class Meter {
    private static final int DIGITS = 3;
    private static final double NANOS = 1e9;

    final Level waiting;
    final Level busy;
    final Level staffed;
    private final Level allBusy;
    private final Slots slots;
    private final List<Long> serviceLevelNanos;
    private final Tally[] tallies;
    private final Tally outside;
    private final Histogram waitMicros = new Histogram(DIGITS);

    Meter(Slots slots, List<Long> serviceLevelNanos) {
        this.slots = slots;
        this.serviceLevelNanos = serviceLevelNanos;
        waiting = new Level(slots);
        busy = new Level(slots);
        staffed = new Level(slots);
        allBusy = new Level(slots);
        tallies = new Tally[slots.count()];
        for (int slot = 0; slot < tallies.length; slot++) {
            tallies[slot] = new Tally(serviceLevelNanos.size());
            tallies[slot].seconds = (slots.start(slot + 1) - slots.start(slot)) / NANOS;
        }
        outside = new Tally(serviceLevelNanos.size());
    }

    /** The counters of an instant's slot; of no slot outside of the counted time. */
    Tally at(long instant) {
        int slot = slots.of(instant);
        return slot < 0 ? outside : tallies[slot];
    }

    /** Capacity is taken or free again. */
    void use(long now, long change) {
        busy.add(now, change);
        allBusy.set(now, isAllBusy());
    }

    /** Capacity comes to work or goes. */
    void staff(long now, long change) {
        staffed.add(now, change);
        allBusy.set(now, isAllBusy());
    }

    /** A customer's wait ended with an agent. */
    void serve(Customer customer, long waitNanos, boolean isFirstQueue) {
        Tally tally = at(customer.arrivedAt);
        tally.served++;
        tally.servedByFirst += isFirstQueue ? 1 : 0;
        tally.waited += waitNanos > 0 ? 1 : 0;
        tally.servedWaitSeconds += waitNanos / NANOS;
        countWithin(tally.servedWithin, waitNanos);
        endWait(customer, tally, waitNanos);
    }

    /** A customer's wait ended without one. */
    void abandon(Customer customer, long waitNanos) {
        Tally tally = at(customer.arrivedAt);
        tally.abandoned++;
        tally.waited++;
        countWithin(tally.abandonedWithin, waitNanos);
        endWait(customer, tally, waitNanos);
    }

    /** A customer's wait did not end in this simulation. */
    void leaveUnserved(Customer customer, long waitNanos) {
        Tally tally = at(customer.arrivedAt);
        tally.unserved++;
        tally.waited++;
        endWait(customer, tally, waitNanos);
    }

    /** The counters by slot, after the end of the counted time. */
    Tally[] finish() {
        waiting.finish(tallies, (tally, seconds) -> tally.queueSeconds += seconds);
        busy.finish(tallies, (tally, seconds) -> tally.busySeconds += seconds);
        staffed.finish(tallies, (tally, seconds) -> tally.staffedSeconds += seconds);
        allBusy.finish(tallies, (tally, seconds) -> tally.allBusySeconds += seconds);
        return tallies;
    }

    /** The waits of those who count, in microseconds. */
    Histogram waitMicros() {
        return waitMicros;
    }

    private void endWait(Customer customer, Tally tally, long waitNanos) {
        tally.waitSeconds += waitNanos / NANOS;
        if (customer.counts) {
            waitMicros.recordValue(waitNanos / 1_000);
        }
    }

    private void countWithin(long[] within, long waitNanos) {
        for (int level = 0; level < within.length; level++) {
            within[level] += waitNanos <= serviceLevelNanos.get(level) ? 1 : 0;
        }
    }

    private long isAllBusy() {
        return staffed.value() > 0 && busy.value() >= staffed.value() ? 1 : 0;
    }
}
