package io.strowger.engine.statistics;

import io.strowger.engine.explain.WaitEstimate;
import java.util.Map;

/**
 * A queue's figures.
 *
 * @param id the queue's id
 * @param waiting conversations that wait now, those with an offer included
 * @param offered those with an offer
 * @param inHand conversations from here that agents have in hand now, after-work included
 * @param agents agents of the queue who get offers now, room aside
 * @param longestWaitNanos how long the one has waited that has waited longest; 0 when none waits
 * @param targetNanos the wait that is aimed at, 0 for none
 * @param tally what happened
 * @param handlingNanos how long a conversation is in hand, as estimates have it; 0 for unknown
 * @param toldErrorNanos how far the expected waits that were told were from the real ones, the latest counting most
 * @param toldCount how many that was about
 * @param keptShare how many of them waited no longer than told for nine of ten, from 0 to 1
 * @param errors by way to estimate
 */
public record QueueStatistics(
        String id,
        int waiting,
        int offered,
        int inHand,
        int agents,
        long longestWaitNanos,
        long targetNanos,
        Tally tally,
        long handlingNanos,
        long toldErrorNanos,
        long toldCount,
        double keptShare,
        Map<WaitEstimate.Method, EstimateError> errors) {
    /**
     * How good one way to estimate is here.
     *
     * @param judged how many waits it was compared with
     * @param errorNanos the mean distance, the latest counting most
     */
    public record EstimateError(long judged, long errorNanos) {}

    /** The same queue with what happened. */
    QueueStatistics with(Tally counted) {
        return new QueueStatistics(
                id,
                waiting,
                offered,
                inHand,
                agents,
                longestWaitNanos,
                targetNanos,
                counted,
                handlingNanos,
                toldErrorNanos,
                toldCount,
                keptShare,
                errors);
    }

    /** The share of all who were served, or left, that were served within the target; 1 when there was nobody. */
    public double serviceLevel() {
        long all = tally.of(Count.SERVED) + tally.of(Count.ABANDONED);
        return all == 0 ? 1 : Tally.share(tally.of(Count.SERVED_IN_TIME), all);
    }
}
