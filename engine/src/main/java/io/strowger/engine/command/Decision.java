package io.strowger.engine.command;

import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.RouteState;
import io.strowger.models.Analysis;

/**
 * The answer to a command. Mutable and reused: one lives in each slot of the ring, filled by the deciding thread. For a
 * duplicate message it holds the first answer, with {@link #duplicate} set.
 */
public final class Decision {
    /** How the command ended. */
    public Outcome outcome = Outcome.NONE;

    /** Number of the organization, -1 when unknown. */
    public int organization = DomainEvent.NOBODY;

    /** Whether this message's id was known. */
    public boolean duplicate;

    /** The sequence of the record; of the first message's record for a duplicate; 0 when there is none. */
    public long sequence;

    /** The conversation; 0 for none. */
    public long conversation;

    /** The message's analysis; labels are stable numbers. */
    public final Analysis analysis = new Analysis();

    /** Where the conversation stands after the command. */
    public RouteState state = RouteState.NONE;

    /** Index of the queue, or {@link DomainEvent#NOBODY}. */
    public int queue = DomainEvent.NOBODY;

    /** 0 to 1000. */
    public int priority;

    /** Index of the agent who has the offer or the assignment, or {@link DomainEvent#NOBODY}. */
    public int agent = DomainEvent.NOBODY;

    /** Index of the rule that chose the queue, or {@link DomainEvent#NOBODY}. */
    public int rule = DomainEvent.NOBODY;

    /** The offer or assignment that the command was about; 0 for none. */
    public long offer;

    /** The version of the configuration that decided. */
    public long version;

    /** The conversation's version after the command: it grows with each change; 0 for none, and for a duplicate. */
    public long conversationVersion;

    /** The state hash that {@link CommandKind#HASH_STATE} asked for. */
    public long stateHash;

    /** For {@link Outcome#INVALID} and {@link Outcome#CONFLICT}: what was wrong, in a sentence; else empty. Cold. */
    public String detail = "";

    /** Makes it equal to a new one. */
    public void clear() {
        outcome = Outcome.NONE;
        organization = DomainEvent.NOBODY;
        duplicate = false;
        sequence = 0;
        conversation = 0;
        analysis.clear();
        state = RouteState.NONE;
        queue = DomainEvent.NOBODY;
        priority = 0;
        agent = DomainEvent.NOBODY;
        rule = DomainEvent.NOBODY;
        offer = 0;
        version = 0;
        conversationVersion = 0;
        stateHash = 0;
        detail = "";
    }

    /** Takes over everything from another decision. References are only stored when they change, mostly they don't. */
    public void copyFrom(Decision other) {
        if (outcome != other.outcome) {
            outcome = other.outcome;
        }
        organization = other.organization;
        duplicate = other.duplicate;
        sequence = other.sequence;
        conversation = other.conversation;
        analysis.copyFrom(other.analysis);
        if (state != other.state) {
            state = other.state;
        }
        queue = other.queue;
        priority = other.priority;
        agent = other.agent;
        rule = other.rule;
        offer = other.offer;
        version = other.version;
        conversationVersion = other.conversationVersion;
        stateHash = other.stateHash;
        if (!detail.equals(other.detail)) {
            detail = other.detail;
        }
    }
}
