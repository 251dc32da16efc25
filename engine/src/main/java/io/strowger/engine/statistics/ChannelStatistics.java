package io.strowger.engine.statistics;

/**
 * A channel's figures.
 *
 * @param id the channel's id
 * @param waiting conversations that wait now
 * @param inHand conversations that agents have in hand now, after-work included
 * @param tally what happened
 */
public record ChannelStatistics(String id, int waiting, int inHand, Tally tally) {
    /** The same channel with what happened. */
    ChannelStatistics with(Tally counted) {
        return new ChannelStatistics(id, waiting, inHand, counted);
    }
}
