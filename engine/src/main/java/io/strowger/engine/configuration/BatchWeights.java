package io.strowger.engine.configuration;

/**
 * What counts how much when the conversations and agents of a batch are brought together: each is 0 to {@link #MAX}, and is
 * multiplied with a whole number that is smaller for the better pair.
 *
 * @param slack for each second by which a conversation's turn comes later than that of the set's first, an hour at most
 * @param skillGap for each thousandth by which the agent's skills fit less than best; nothing when none are asked for
 * @param notPreferred a thousand times, unless the agent had the conversation last
 * @param load for each thousandth of the agent's capacity that is in use
 * @param idle for each thousandth of the set's agents who have been idle for longer
 */
public record BatchWeights(int slack, int skillGap, int notPreferred, int load, int idle) {
    /** The greatest weight. */
    public static final int MAX = 1_000;

    /** What holds where nothing is said. */
    public static final BatchWeights USUAL = new BatchWeights(10, 1, 1, 1, 1);
}
