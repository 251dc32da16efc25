package io.strowger.engine.routing;

/** Codes of the router's timers, with what they belong to. The upper half of a timer's second owner is the organization. */
final class TimerKind {
    /** Owner: an offer. */
    static final int OFFER_EXPIRY = 1;

    /** Owner: a conversation; second: an agent. */
    static final int EXCLUSION = 2;

    /** Owner: a conversation. */
    static final int PREFERENCE = 3;

    /** Owner: a conversation in wrap-up. */
    static final int WRAP_UP = 4;

    /** Owner: a closed conversation. */
    static final int FORGETTING = 5;

    /** Owner: an agent whose session is away. */
    static final int CONNECTION_GRACE = 6;

    /** Owner: an agent whose live conversations return. */
    static final int RETURN_GRACE = 7;

    /** Owner: an agent to be looked over after a new configuration. */
    static final int REVIEW = 8;

    /** Owner: a removed queue from which conversations have to move. */
    static final int DRAIN = 9;

    /** Owner: an organization whose fairness window ends. */
    static final int FAIRNESS = 10;

    /** Owner: a waiting conversation for which further agents may be asked. */
    static final int DELAY = 11;

    /** Owner: a waiting conversation of which something is no longer asked. */
    static final int RELAXATION = 12;

    /** Owner: a scheduled conversation. */
    static final int START = 13;

    /** Owner: a conversation whose stay expires. */
    static final int TIME_TO_LIVE = 14;

    /** Owner: an agent who takes another status. */
    static final int NEXT_STATUS = 15;

    /** Owner: a queue whose conversations and agents collect. */
    static final int BATCH = 16;
    /** Owner: a calendar that opens or closes. */
    static final int CALENDAR_EDGE = 17;

    /** Owner: a queue that opened or closed, out of or into which conversations move. */
    static final int QUEUE_HOURS = 18;

    /** Owner: a waiting conversation whose next step comes. */
    static final int STEP = 19;

    /** Owner: an organization with waiting conversations for which an exception rule is to be looked at. */
    static final int EXCEPTIONS = 20;

    /** Owner: a conversation; second: the promise that is broken. */
    static final int SLA = 21;

    /** Owner: an organization whose promises are fitted to a new configuration. */
    static final int SLA_REVIEW = 22;

    private TimerKind() {}

    static long sub(OrganizationState organization, int index) {
        return (long) organization.number << Integer.SIZE | index & 0xffff_ffffL;
    }

    static int organization(Timer timer) {
        return (int) (timer.ownerSub >>> Integer.SIZE);
    }

    static int index(Timer timer) {
        return (int) timer.ownerSub;
    }
}
