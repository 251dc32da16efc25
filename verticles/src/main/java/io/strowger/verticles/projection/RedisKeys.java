package io.strowger.verticles.projection;

/**
 * The names of the projection's keys. The organization stands in braces, so that in a cluster all keys of an organization lie
 * on one node.
 */
final class RedisKeys {
    /** The journal position that everything else corresponds to. */
    static final String POSITION = "strowger:position";

    /** Matches every key of ours, and those of others that begin alike: see {@link #isProjected}. */
    static final String ALL = "strowger:*";

    private RedisKeys() {}

    /** A sorted set: conversations that wait, the first in line with the smallest score. */
    static String queue(String organization, String queue) {
        return prefix(organization) + "queue:" + queue;
    }

    /** A hash: how many wait, by queue. */
    static String lengths(String organization) {
        return prefix(organization) + "queues";
    }

    /** A hash: the queue of each waiting conversation. */
    static String waiting(String organization) {
        return prefix(organization) + "waiting";
    }

    /** A hash: status, statusSince, connected, lost, offers, assignments. */
    static String agent(String organization, String agent) {
        return prefix(organization) + "agent:" + agent;
    }

    /** Whether the projection made that key; sessions and limits are others' business. */
    static boolean isProjected(String key) {
        return key.equals(POSITION) || key.matches("strowger:\\{[^}]*}:(queue:.*|queues|waiting|agent:.*)");
    }

    private static String prefix(String organization) {
        return "strowger:{" + organization + "}:";
    }
}
