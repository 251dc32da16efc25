package io.strowger.bench.peers;

/**
 * What a contender is asked to do in a turn.
 *
 * @param name for tables, such as {@code 20000/s}
 * @param messagesPerSecond a steady rate, or {@link #SATURATED}
 * @param connections over the network, else 1
 * @param depth messages in flight on each connection, else 1
 */
record Load(String name, int messagesPerSecond, int connections, int depth) {
    /** As much as it takes. */
    static final int SATURATED = 0;

    /** A steady rate in one process. */
    static Load atRate(int messagesPerSecond) {
        return new Load(messagesPerSecond + "/s", messagesPerSecond, 1, 1);
    }

    /** As much as it takes in one process. */
    static Load saturating() {
        return new Load("saturated", SATURATED, 1, 1);
    }

    /** Each connection sends as soon as it has fewer than so many messages unanswered. */
    static Load closedLoop(int connections, int depth) {
        return new Load(connections + " connections, depth " + depth, SATURATED, connections, depth);
    }

    boolean isSaturated() {
        return messagesPerSecond == SATURATED;
    }
}
