package io.strowger.engine.statistics;

/** What is counted, of a queue, an agent or a channel; some of it only of some of them. */
public enum Count {
    /** Messages that came in; of channels. */
    MESSAGES(0),
    /** Conversations that came into a queue's line; of queues and channels. */
    ENTERED(1),
    /** Those that got an agent from the line, whose waits are counted; of queues and channels. */
    SERVED(2),
    /** Those of them that waited no longer than the queue's target, if it has one. */
    SERVED_IN_TIME(3),
    /** Those whose customer left; of queues and channels. */
    ABANDONED(4),
    /** Those of them that had waited no longer than the queue's target, if it has one. */
    ABANDONED_IN_TIME(5),
    /** Stays that took too long. */
    EXPIRED(6),
    /** Cancelled conversations. */
    CANCELLED(7),
    /** Conversations that were not taken in. */
    REJECTED(8),
    /** Conversations that an agent got, by whatever way. */
    ASSIGNED(9),
    /** Completed conversations. */
    COMPLETED(10),
    /** Conversations that their agent sent on. */
    TRANSFERRED(11),
    /** Conversations that went back to be given to somebody else. */
    RETURNED(12),
    /** Offers made. */
    OFFERED(13),
    /** Offers that were accepted. */
    OFFERS_ACCEPTED(14),
    /** Offers that were declined. */
    OFFERS_DECLINED(15),
    /** Offers without an answer in time. */
    OFFERS_EXPIRED(16),
    /** Offers that ended because another agent accepted, or the conversation moved. */
    OFFERS_RESCINDED(17),
    /** Offers whose agent could not be asked any more. */
    OFFERS_REVOKED(18),
    /** Offers whose conversation came to an end. */
    OFFERS_CANCELLED(19),
    /** How often an agent put a conversation down that was in hand, to rest or for good. */
    HANDLED(20),
    /** How long those were in hand, nanoseconds. */
    HANDLING_NANOS(21),
    /** Time with an open session and not offline; of agents, as what follows. */
    LOGGED_IN_NANOS(22),
    /** Time in which offers would come, room aside. */
    AVAILABLE_NANOS(23),
    /** Time logged in with anything in hand or on offer. */
    BUSY_NANOS(24);

    static final int COUNT = values().length;

    private final int position;

    Count(int position) {
        this.position = position;
    }

    /** Where it stands in a tally; equal to the ordinal. */
    int position() {
        return position;
    }
}
