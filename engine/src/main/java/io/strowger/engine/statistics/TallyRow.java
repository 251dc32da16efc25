package io.strowger.engine.statistics;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tallies of one queue, agent or channel: of all time, and of each of the last quarters of an hour. Quarters begin at whole
 * multiples of their length since 1970. One that is over is packed and never changes, so a copy of the row is made at once,
 * however much there is in it. Instants don't go back. Owned by one thread.
 */
public final class TallyRow {
    /** The length of a quarter. */
    public static final long QUARTER_NANOS = Duration.ofMinutes(15).toNanos();

    /** So many are kept, the one that runs included: a day. */
    public static final int QUARTERS = 96;

    private final TallySum sum;

    /** Everything before the quarter that runs. */
    private PackedTally before = PackedTally.NOTHING;

    /** The quarters that are over and in which anything happened, ascending; replaced, never changed. */
    private Quarter[] past = {};

    /** The quarter that runs; null while nothing has happened in it. */
    private @Nullable Tally running;

    private long number;

    /** A quarter that is over. */
    record Quarter(long number, PackedTally tally) {}

    /**
     * An empty row.
     *
     * @param sum adds up what goes into the row's past; may serve all rows of a thread
     */
    public TallyRow(TallySum sum) {
        this.sum = sum;
    }

    /** Counts something that happened at an instant. */
    public void add(Count what, long by, long at) {
        quarter(at).add(what, by);
    }

    public void add(Count what, long at) {
        add(what, 1, at);
    }

    /** Counts a wait that ended at an instant. */
    public void addWait(long nanos, long at) {
        quarter(at).addWait(nanos);
    }

    /** Counts time from an instant to a later one as each of these, every part in its quarter; what is older than a day in one. */
    public void addTime(Set<Count> what, long from, long to) {
        long begin = from;
        long kept = (to / QUARTER_NANOS - QUARTERS) * QUARTER_NANOS;
        while (begin < to && !what.isEmpty()) {
            long end = begin < kept ? kept : Math.min(to, (begin / QUARTER_NANOS + 1) * QUARTER_NANOS);
            Tally quarter = quarter(begin);
            for (Count each : what) {
                quarter.add(each, end - begin);
            }
            begin = end;
        }
    }

    private Tally quarter(long at) {
        long wanted = at / QUARTER_NANOS;
        if (wanted > number) {
            forget(at);
            number = wanted;
        }
        Tally open = running;
        if (open == null) {
            open = new Tally();
            running = open;
        }
        return open;
    }

    /** Packs the quarter that ran, if it is over at an instant, and drops those that are too long ago. */
    public void forget(long now) {
        long present = now / QUARTER_NANOS;
        int first = 0;
        while (first < past.length && past[first].number <= present - QUARTERS) {
            first++;
        }
        past = first == 0 ? past : Arrays.copyOfRange(past, first, past.length);
        Tally over = running;
        if (over == null || number >= present) {
            return;
        }
        if (number > present - QUARTERS) {
            past = Arrays.copyOf(past, past.length + 1);
            past[past.length - 1] = new Quarter(number, PackedTally.of(over));
        }
        before.addTo(sum);
        sum.add(over);
        before = PackedTally.of(sum.take());
        running = null;
    }

    /** The counts of all time, without the waits. */
    public Tally counts() {
        Tally counts = new Tally();
        before.addCountsTo(counts);
        Tally open = running;
        for (int position = 0; position < Count.COUNT && open != null; position++) {
            counts.add(position, open.of(position));
        }
        return counts;
    }

    /** What was counted in the last quarters, the one of that instant included; 0 for all time. */
    public RowCopy copy(int lastQuarters, long now) {
        Tally open = running;
        long first = lastQuarters == 0 ? Long.MIN_VALUE : now / QUARTER_NANOS - lastQuarters + 1;
        return new RowCopy(
                lastQuarters == 0 ? before : null,
                past,
                first,
                open == null || number < first ? PackedTally.NOTHING : PackedTally.of(open));
    }

    /** How many bytes are packed, for tests of the bound. */
    long packedBytes() {
        long bytes = before.size();
        for (Quarter quarter : past) {
            bytes += quarter.tally.size();
        }
        return bytes;
    }

    /** How many quarters that are over are kept. */
    int pastQuarters() {
        return past.length;
    }
}
