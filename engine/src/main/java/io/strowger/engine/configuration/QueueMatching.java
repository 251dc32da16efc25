package io.strowger.engine.configuration;

/**
 * The finer points of who is asked for a queue's conversations.
 *
 * @param fit how levels count under {@link Strategy#BEST_SCORE}
 * @param targetNanos how long after its queueing a conversation is due, under {@link OrderPolicy#EDF}
 * @param concurrentOffers how many agents are asked for one conversation at once; the first to accept gets it
 * @param skipsDelays whether agents' delays do not count while nobody with a shorter one is logged in
 */
public record QueueMatching(ScoreFit fit, long targetNanos, int concurrentOffers, boolean skipsDelays) {
    /** The most delays, other than none, that the agents of one queue can have. */
    public static final int MAX_DELAYS = 8;

    /** The most agents who can be asked at once. */
    public static final int MAX_CONCURRENT_OFFERS = 50;

    /** What holds where nothing is said. */
    public static final QueueMatching USUAL = new QueueMatching(ScoreFit.LINEAR, 0, 1, false);
}
