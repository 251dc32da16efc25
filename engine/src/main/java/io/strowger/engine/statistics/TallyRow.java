package io.strowger.engine.statistics;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The tallies of one queue, agent or channel: of all time, and of each of the last quarters of an hour. Quarters begin at whole
 * multiples of their length since 1970. Owned by one thread.
 */
public final class TallyRow {
    /** The length of a quarter. */
    public static final long QUARTER_NANOS = Duration.ofMinutes(15).toNanos();

    /** So many are kept, the one that runs included: a day. */
    public static final int QUARTERS = 96;

    private final Tally total = new Tally();
    private final Map<Long, Tally> quarters = new HashMap<>();
    private long latest;

    /** Counts something that happened at an instant. */
    public void add(Count what, long by, long at) {
        total.add(what, by);
        quarter(at).add(what, by);
    }

    public void add(Count what, long at) {
        add(what, 1, at);
    }

    /** Counts a wait that ended at an instant. */
    public void addWait(long nanos, long at) {
        total.addWait(nanos);
        quarter(at).addWait(nanos);
    }

    /** Counts time from an instant to a later one, each part in its quarter. */
    public void addTime(Count what, long from, long to) {
        if (from >= to) {
            return;
        }
        total.add(what, to - from);
        long begin = Math.max(from, (to / QUARTER_NANOS - QUARTERS) * QUARTER_NANOS);
        while (begin < to) {
            long end = Math.min(to, (begin / QUARTER_NANOS + 1) * QUARTER_NANOS);
            quarter(begin).add(what, end - begin);
            begin = end;
        }
    }

    private Tally quarter(long at) {
        long number = at / QUARTER_NANOS;
        if (number > latest) {
            latest = number;
            quarters.keySet().removeIf(known -> known <= number - QUARTERS);
        }
        return quarters.computeIfAbsent(number, absent -> new Tally());
    }

    /** A copy of what was counted in the last quarters, the one of that instant included; 0 for all time. */
    public Tally over(int lastQuarters, long now) {
        Tally sum = new Tally();
        if (lastQuarters == 0) {
            sum.addAll(total);
        } else {
            long number = now / QUARTER_NANOS;
            for (long each = number - lastQuarters + 1; each <= number; each++) {
                Tally quarter = quarters.get(each);
                if (quarter != null) {
                    sum.addAll(quarter);
                }
            }
        }
        return sum;
    }
}
