package io.strowger.engine.statistics;

import java.util.List;

/**
 * An organization's figures, all as of the same record.
 *
 * @param sequence that record
 * @param time its time, epoch nanoseconds
 * @param quarters how many quarters of an hour the tallies are about, the running one included; 0 for all time
 * @param stays what became of all stays since the beginning
 * @param gini how unequal assignments by time available are: 0 all get the same, near 1 one gets all
 * @param queues in the configured order, then removed ones with something to tell
 * @param agents the same
 * @param channels the same
 */
public record StatisticsSnapshot(
        long sequence,
        long time,
        int quarters,
        Stays stays,
        double gini,
        List<QueueStatistics> queues,
        List<AgentStatistics> agents,
        List<ChannelStatistics> channels) {
    /**
     * Each stay that began is live, or ended in one way.
     *
     * @param opened those that began with a new conversation
     * @param reopened those that began with a known one
     * @param waiting live: in a queue
     * @param assigned live: in an agent's hands, after-work included
     * @param dormant live: waiting for the customer
     * @param parked live: set aside
     * @param scheduled live: waiting for an instant
     * @param completed ended
     * @param cancelled ended
     * @param abandoned ended: the customer left
     * @param expired ended: it took too long
     * @param rejected ended: it was not taken in
     */
    public record Stays(
            long opened,
            long reopened,
            long waiting,
            long assigned,
            long dormant,
            long parked,
            long scheduled,
            long completed,
            long cancelled,
            long abandoned,
            long expired,
            long rejected) {
        /** Those that began. */
        public long begun() {
            return opened + reopened;
        }

        /** Those that have not ended. */
        public long live() {
            return waiting + assigned + dormant + parked + scheduled;
        }

        /** Those that ended. */
        public long ended() {
            return completed + cancelled + abandoned + expired + rejected;
        }
    }
}
