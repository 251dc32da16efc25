package io.strowger.engine.routing;

import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.Hashes;
import io.strowger.engine.internal.InvariantViolation;
import org.jspecify.annotations.Nullable;

/**
 * A conversation, open or closed. Pooled: {@link OrganizationState} hands it out and takes it back. As a tree node it
 * stands, while it waits and could be offered to one more agent, among the waiting of its queue, or of the agent whom it
 * prefers.
 */
final class ConversationState extends TreeNode {
    final OrganizationState organization;
    final KeyBytes key = new KeyBytes();
    final KeyBytes contact = new KeyBytes();
    final KeyBytes tags = new KeyBytes();
    final Given given = new Given();

    long id;
    int channel;
    long keyHash;
    long contactHash;
    RouteState state = RouteState.NONE;

    int stay;
    int queue = DomainEvent.NOBODY;
    int priority;
    long queuedAt;
    long orderKey;

    /** How much longer than since {@link #queuedAt} it counts as waiting. */
    long age;

    /** When it is due, 0 to leave that to the queue. */
    long dueAt;

    int rule = DomainEvent.NOBODY;
    long version;
    int requeues;

    /** When it began to wait: on arrival, or after it was closed, parked, or with an agent. */
    long enteredAt;

    /** How many of its queue's delays it has waited. */
    int reach;

    long delayTimer;
    long relaxTimer;

    /** Null before it is queued and once it is closed. */
    @Nullable
    Signature signature;

    int preferredAgent = DomainEvent.NOBODY;
    long preferredUntil;
    long preferenceTimer;

    /** The pending offers. Of an assigned conversation: at most the one to the agent who is to take it over. */
    final ConversationOffers offers = new ConversationOffers();

    /** The agent who has it, in wrap-up and while it is dormant too. */
    int agent = DomainEvent.NOBODY;

    long assignment;

    /** Capacity units that it holds of its agent; 0 while it has none. */
    int cost;

    long assignedAt;
    int lastAgent = DomainEvent.NOBODY;

    /** When the present state ends by itself: the start of a scheduled one, the end of a wrap-up or of a closed one. */
    long endsAt;

    long endTimer;

    /** Of a scheduled one: whether it is set aside at its start. */
    boolean startsManually;

    /** Of a parked one: whether it is queued again when its queue opens. */
    boolean awaitsOpening;

    /** Of an abandoned one: until when the customer can come back to the old place. */
    long returnUntil;

    /** When the stay expires; 0 for never. */
    long expiresAt;

    long lifeTimer;

    /** How often it was sent on in this stay. */
    int transfers;

    /** How often batches gave an agent who suits it to one behind it, since it came into its queue. */
    int passed;

    int language;
    int intent;
    int sentiment;
    int emotion;
    int urgency;
    int sentimentScore;
    long messages;

    /** The conversation's version: the sequence of the last record that changed it. */
    long changedBy;

    /** The sequence of the last message while no agent has had the conversation since it came; else 0. */
    long unread;

    final ExclusionList exclusions = ExclusionList.ofConversation();

    final Quote quote = new Quote();

    /** The steps of its rule, and exceptions. */
    final WorkflowState workflow = new WorkflowState(this);

    /** Whether {@link PendingWork} has it. */
    boolean pending;

    /** How promises stand; null before there was one. */
    private @Nullable SlaState sla;

    /** Whether {@link TouchedConversations} has it. */
    boolean touched;

    // Neighbours in the queue's line or, once closed, in the organization's row of closed ones; or among the agent's
    // own.
    @Nullable
    ConversationState before;

    @Nullable
    ConversationState behind;

    /** The contact's open conversation that began before this one. */
    @Nullable
    ConversationState olderOfContact;

    ConversationState(OrganizationState organization) {
        this.organization = organization;
    }

    /** The instant from which its age counts in its queue. */
    long waitingSince() {
        return queuedAt - age;
    }

    boolean isWaiting() {
        return state == RouteState.QUEUED || state == RouteState.OFFERED;
    }

    /** Whether agents pick it rather than being asked. */
    boolean isPulled() {
        return organization.queues[queue].configuration.offering().pull();
    }

    /** How many agents may be asked at once: one, while it prefers an agent, or where agents are assigned unasked or pick. */
    int maxOffers() {
        QueueConfiguration configuration = organization.queues[queue].configuration;
        return preferredAgent == DomainEvent.NOBODY
                        && !configuration.autoAccept()
                        && !configuration.offering().pull()
                ? configuration.matching().concurrentOffers()
                : 1;
    }

    /** Whether an agent may be asked, abilities aside: is not excluded, or softly while nobody is asked, nor asked already. */
    boolean mayAsk(AgentState candidate) {
        Exclusion exclusion = exclusions.find(candidate);
        return exclusion == null ? !offers.has(candidate) : exclusion.soft && offers.isEmpty();
    }

    boolean isClosed() {
        return switch (state) {
            case COMPLETED, CANCELLED, REJECTED, ABANDONED, EXPIRED -> true;
            default -> false;
        };
    }

    /** The signature of a conversation that was queued and is not closed. */
    Signature signature() {
        Signature known = signature;
        if (known == null) {
            throw new InvariantViolation("conversation " + id + " has no signature");
        }
        return known;
    }

    /** How promises about it stand. */
    SlaState sla() {
        SlaState known = sla;
        if (known == null) {
            known = new SlaState();
            sla = known;
        }
        return known;
    }

    /** The same, or null when there never was a promise. */
    @Nullable
    SlaState slaOrNull() {
        return sla;
    }

    /** Makes it equal to a new one. */
    void clear() {
        id = 0;
        channel = 0;
        key.clear();
        contact.clear();
        tags.clear();
        given.clear();
        keyHash = 0;
        contactHash = 0;
        state = RouteState.NONE;
        stay = 0;
        queue = DomainEvent.NOBODY;
        priority = 0;
        queuedAt = 0;
        orderKey = 0;
        age = 0;
        dueAt = 0;
        rule = DomainEvent.NOBODY;
        version = 0;
        requeues = 0;
        enteredAt = 0;
        reach = 0;
        delayTimer = TimingWheel.NO_TIMER;
        relaxTimer = TimingWheel.NO_TIMER;
        signature = null;
        preferredAgent = DomainEvent.NOBODY;
        preferredUntil = 0;
        preferenceTimer = TimingWheel.NO_TIMER;
        agent = DomainEvent.NOBODY;
        assignment = 0;
        cost = 0;
        assignedAt = 0;
        lastAgent = DomainEvent.NOBODY;
        endsAt = 0;
        endTimer = TimingWheel.NO_TIMER;
        startsManually = false;
        awaitsOpening = false;
        returnUntil = 0;
        expiresAt = 0;
        lifeTimer = TimingWheel.NO_TIMER;
        transfers = 0;
        passed = 0;
        language = DomainEvent.NOBODY;
        intent = DomainEvent.NOBODY;
        sentiment = DomainEvent.NOBODY;
        emotion = DomainEvent.NOBODY;
        urgency = DomainEvent.NOBODY;
        sentimentScore = 0;
        messages = 0;
        unread = 0;
        changedBy = 0;
        quote.clear();
        workflow.clear();
        bits = NO_BITS;
        if (sla != null) {
            sla.clear();
        }
    }

    long stateHash() {
        long hash = Hashes.combine(id, channel);
        hash = Hashes.combine(hash, key.hash());
        hash = Hashes.combine(hash, contact.hash());
        hash = Hashes.combine(hash, tags.hash());
        hash = Hashes.combine(hash, given.stateHash());
        hash = Hashes.combine(hash, state.code());
        hash = Hashes.combine(hash, stay);
        hash = Hashes.combine(hash, queue);
        hash = Hashes.combine(hash, priority);
        hash = Hashes.combine(hash, queuedAt);
        hash = Hashes.combine(hash, orderKey);
        hash = Hashes.combine(hash, age);
        hash = Hashes.combine(hash, dueAt);
        hash = Hashes.combine(hash, rule);
        hash = Hashes.combine(hash, version);
        hash = Hashes.combine(hash, requeues);
        hash = Hashes.combine(hash, enteredAt);
        hash = Hashes.combine(hash, reach);
        Signature known = signature;
        hash = Hashes.combine(hash, known == null ? DomainEvent.NOBODY : known.number);
        hash = Hashes.combine(hash, preferredAgent);
        hash = Hashes.combine(hash, preferredUntil);
        hash = Hashes.combine(hash, offers.orderHash());
        hash = Hashes.combine(hash, agent);
        hash = Hashes.combine(hash, assignment);
        hash = Hashes.combine(hash, cost);
        hash = Hashes.combine(hash, assignedAt);
        hash = Hashes.combine(hash, lastAgent);
        hash = Hashes.combine(hash, endsAt);
        hash = Hashes.combine(hash, startsManually ? 1 : 0);
        hash = Hashes.combine(hash, awaitsOpening ? 1 : 0);
        hash = Hashes.combine(hash, returnUntil);
        hash = Hashes.combine(hash, expiresAt);
        hash = Hashes.combine(hash, transfers);
        hash = Hashes.combine(hash, passed);
        hash = Hashes.combine(hash, language);
        hash = Hashes.combine(hash, intent);
        hash = Hashes.combine(hash, sentiment);
        hash = Hashes.combine(hash, emotion);
        hash = Hashes.combine(hash, urgency);
        hash = Hashes.combine(hash, sentimentScore);
        hash = Hashes.combine(hash, messages);
        hash = Hashes.combine(hash, unread);
        hash = Hashes.combine(hash, changedBy);
        hash = Hashes.combine(hash, quote.stateHash());
        hash = Hashes.combine(hash, workflow.stateHash());
        hash = Hashes.combine(hash, sla == null ? SlaState.NEW_HASH : sla.stateHash());
        return Hashes.combine(hash, exclusions.stateHash());
    }
}
