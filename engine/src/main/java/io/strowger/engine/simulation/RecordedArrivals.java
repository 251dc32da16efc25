package io.strowger.engine.simulation;

import java.util.List;
import java.util.Map;

/**
 * Customers who came once, and come again with what they brought.
 *
 * @param recording who came
 * @param shift where their instants are moved to
 * @param factor how many come for each of them: below 1 only that share, drawn by the seed; above 1 further ones, who bring
 *     the same and come before the next recorded one, at instants drawn by the seed
 * @param attributes what each message has in addition
 */
public record RecordedArrivals(
        RecordedConversations recording, TimeShift shift, double factor, Map<String, String> attributes)
        implements Arrivals {
    /** The largest factor. */
    public static final double MOST = 1_000;

    public RecordedArrivals {
        attributes = Map.copyOf(attributes);
        if (!(factor > 0 && factor <= MOST)) {
            throw new IllegalArgumentException("the factor " + factor + " must be more than 0 and at most " + MOST);
        }
    }

    @Override
    public boolean isConstant() {
        return false;
    }

    @Override
    public List<String> labels() {
        return recording.labels();
    }

    /**
     * How many recorded conversations come in a stretch of time, without the factor.
     *
     * @param start when the scenario begins, epoch nanoseconds
     * @param from epoch nanoseconds
     * @param to epoch nanoseconds, not part of it
     */
    public int countBetween(long start, long from, long to) {
        long moved = shift.nanos(recording.beginsAt(), start);
        return recording.indexFrom(to - moved) - recording.indexFrom(from - moved);
    }
}
