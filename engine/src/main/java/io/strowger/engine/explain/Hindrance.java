package io.strowger.engine.explain;

/** Why an agent gets no offer for a conversation: the first of these that holds, in this order. */
public enum Hindrance {
    /** The agent does not serve the queue. */
    NOT_IN_QUEUE("not in the queue"),
    /** The agent is not logged in. */
    OFFLINE("offline"),
    /** The agent's session is lost. */
    CONNECTION_LOST("connection lost"),
    /** The agent takes a break. */
    AWAY("away"),
    /** The agent finishes and takes nothing new. */
    DRAINING("draining"),
    /** The agent let offers expire, and has not come back. */
    NOT_RESPONDING("not responding"),
    /** A skill is missing or too low. */
    SKILL("without a skill"),
    /** A skill is there that is unwanted, or too high: the agent is somebody who is not to have it, for example. */
    SKILL_UNWANTED("with a skill that is unwanted"),
    /** The conversation waits for somebody else first. */
    PREFERENCE("not the one it waits for"),
    /** The agent does not take this kind of channel. */
    KIND_OFF("not taking this kind of channel"),
    /** The agent got as many in this window of time as allowed. */
    WINDOW_FULL("at the limit for the time"),
    /** The agent has no room for what it costs. */
    CAPACITY("without room"),
    /** The agent has as many conversations of this kind as allowed. */
    KIND_FULL("at the limit for this kind of channel"),
    /** The agent holds back: others of the queue are asked first for a while. */
    DELAY("not yet asked in this queue"),
    /** The agent declined it, missed it, or gave it back a moment ago. */
    EXCLUDED("excluded for a while"),
    /** The agent has an offer for it. */
    ASKED("asked"),
    /** As many agents are asked as the queue allows. */
    OTHERS_ASKED("free, while others are asked"),
    /** The queue matches in batches, and collects. */
    COLLECTING("free, until the next batch"),
    /** The agent handles it. */
    HAS_IT("at work on it"),
    /** Nothing is in the way: the queue offers nothing, and the agent can pick it. */
    CAN_PICK("free to pick it"),
    /** Nothing is in the way. */
    NONE("free");

    private final String words;

    Hindrance(String words) {
        this.words = words;
    }

    /** As it reads behind a number of agents. */
    public String words() {
        return words;
    }
}
