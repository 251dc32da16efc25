package io.strowger.engine.statistics;

import io.strowger.engine.statistics.TallyRow.Quarter;
import org.jspecify.annotations.Nullable;

/** What a row had at one moment, not added up yet. Immutable. */
public final class RowCopy {
    private final @Nullable PackedTally before;
    private final Quarter[] past;
    private final long first;
    private final PackedTally running;

    /**
     * A copy.
     *
     * @param before everything before the running quarter; null to take the quarters that are over, from a first one
     */
    RowCopy(@Nullable PackedTally before, Quarter[] past, long first, PackedTally running) {
        this.before = before;
        this.past = past;
        this.first = first;
        this.running = running;
    }

    /** Adds it up, with a sum that nothing was added to. */
    public Tally addUp(TallySum sum) {
        if (before != null) {
            before.addTo(sum);
        } else {
            for (Quarter quarter : past) {
                if (quarter.number() >= first) {
                    quarter.tally().addTo(sum);
                }
            }
        }
        running.addTo(sum);
        return sum.take();
    }
}
