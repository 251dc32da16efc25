package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationCancelled;
import io.strowger.engine.event.ConversationCompleted;
import io.strowger.engine.event.ConversationForgotten;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.PreferenceEnded;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.rules.Terms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to conversations and offers: each method changes the state and says so in an event. */
final class Changes {
    private final Session session;
    private final Exclusions exclusions;

    Changes(Session session, Exclusions exclusions) {
        this.session = session;
        this.exclusions = exclusions;
    }

    /** Puts a conversation into a queue, or changes its terms there. The event lacks what is computed from the terms. */
    void queue(
            Organization organization, Conversation conversation, ConversationQueued event, List<Requirement> asked) {
        Offer offer = conversation.offer;
        if (offer != null
                && (event.queue != conversation.queue
                        || !organization.agent(offer.agent).meets(asked))) {
            endOffer(organization, conversation, OfferOutcome.RESCINDED);
        }
        Signature signature = organization.signature(conversation, asked);
        if (!organization.signatures.contains(signature)) {
            organization.signatures.add(signature);
            organization.lookAtAgents();
        }
        boolean staysInLine = conversation.isWaiting() && conversation.queue == event.queue;
        if (conversation.isWaiting() && !staysInLine) {
            leaveLine(organization, conversation);
        }
        if (conversation.isClosed()) {
            session.timers.cancel(Kind.FORGETTING, organization.number, conversation.id, 0);
            organization.closed.remove(conversation);
        }
        conversation.stay = event.stay;
        conversation.queue = event.queue;
        conversation.priority = event.priority;
        conversation.queuedAt = event.queuedAt;
        conversation.requirements = asked;
        conversation.tags = event.tags.toText();
        conversation.rule = event.rule;
        conversation.version = event.version;
        conversation.requeues = event.requeues;
        forgetPreference(organization, conversation);
        if (event.preferredAgent != DomainEvent.NOBODY) {
            conversation.preferredAgent = event.preferredAgent;
            conversation.preferredUntil = event.preferredUntil;
            session.timers.arm(Kind.PREFERENCE, organization.number, conversation.id, 0, event.preferredUntil);
        }
        if (!staysInLine) {
            organization.line.add(conversation);
        }
        conversation.state = conversation.offer == null ? RouteState.QUEUED : RouteState.OFFERED;
        if (conversation.offer == null) {
            organization.lookingConversations.add(conversation);
        }
        event.orderKey = organization.orderKey(event.queue, event.priority, event.queuedAt);
        event.signature = organization.signatures.indexOf(signature);
        event.requirements.set(Terms.canonical(asked));
        session.emit(organization, event);
    }

    void offer(Organization organization, Conversation conversation, Agent agent, int eligible, long strategyKey) {
        OfferMade event = new OfferMade();
        event.offer = ++session.lastOffer;
        event.conversation = conversation.id;
        event.agent = agent.number;
        event.queue = conversation.queue;
        event.cost = organization.channel(conversation).cost();
        event.offeredAt = session.now;
        event.expiresAt = session.now + organization.queue(conversation.queue).offerTimeoutNanos();
        event.eligibleAgents = eligible;
        event.strategyKey = strategyKey;
        Offer offer = new Offer(event.offer, conversation.id, agent.number);
        organization.offers.put(offer.id, offer);
        session.timers.arm(Kind.OFFER_EXPIRY, organization.number, conversation.id, agent.number, event.expiresAt);
        conversation.offer = offer;
        conversation.state = RouteState.OFFERED;
        conversation.cost = event.cost;
        agent.held.add(conversation);
        agent.lastOfferedAt = session.now;
        session.emit(organization, event);
    }

    /** Ends a pending offer without fault of its agent. */
    void endOffer(Organization organization, Conversation conversation, OfferOutcome outcome) {
        Agent agent = organization.agent(Organization.known(conversation.offer).agent);
        endOffer(organization, conversation, outcome, agent.missCount, false);
    }

    /** Ends a pending offer; unless it was accepted, the capacity is free and the conversation looks for the next one. */
    void endOffer(
            Organization organization,
            Conversation conversation,
            OfferOutcome outcome,
            int missCount,
            boolean excludes) {
        Offer offer = Organization.known(conversation.offer);
        Agent agent = organization.agent(offer.agent);
        OfferEnded event = new OfferEnded();
        event.offer = offer.id;
        event.conversation = conversation.id;
        event.agent = agent.number;
        event.outcome = outcome;
        event.missCount = missCount;
        offer.outcome = outcome;
        agent.missCount = missCount;
        conversation.offer = null;
        session.timers.cancel(Kind.OFFER_EXPIRY, organization.number, conversation.id, agent.number);
        if (outcome != OfferOutcome.ACCEPTED) {
            release(conversation, agent);
            conversation.state = RouteState.QUEUED;
            organization.lookingConversations.add(conversation);
        }
        Exclusion exclusion = excludes ? exclusions.add(organization, conversation, agent) : null;
        event.excludedUntil = exclusion == null ? 0 : exclusion.until();
        event.softenedAt = exclusion == null ? 0 : exclusion.softenedAt();
        session.emit(organization, event);
    }

    /** Gives a conversation to an agent, who may have had an offer that was just accepted. */
    void assign(Organization organization, Conversation conversation, Agent agent, @Nullable Offer accepted) {
        ConversationAssigned event = new ConversationAssigned();
        event.assignment = accepted == null ? ++session.lastOffer : accepted.id;
        event.conversation = conversation.id;
        event.agent = agent.number;
        event.assignedAt = session.now;
        leaveLine(organization, conversation);
        forgetPreference(organization, conversation);
        exclusions.forget(organization, conversation);
        if (accepted == null) {
            conversation.cost = organization.channel(conversation).cost();
            agent.held.add(conversation);
            agent.lastOfferedAt = session.now;
        }
        event.cost = conversation.cost;
        conversation.state = RouteState.ASSIGNED;
        conversation.unread = 0;
        conversation.agent = agent.number;
        conversation.assignment = event.assignment;
        conversation.assignedOrder = ++session.assignments;
        session.emit(organization, event);
    }

    /** Takes a conversation from its agent. What comes next is up to the caller. */
    void endAssignment(Organization organization, Conversation conversation, AssignmentEnd reason) {
        Agent agent = organization.agent(conversation.agent);
        AssignmentEnded event = new AssignmentEnded();
        event.assignment = conversation.assignment;
        event.conversation = conversation.id;
        event.agent = agent.number;
        event.reason = reason;
        event.endedAt = session.now;
        session.timers.cancel(Kind.WRAP_UP, organization.number, conversation.id, 0);
        release(conversation, agent);
        agent.idleSince = session.now;
        conversation.agent = DomainEvent.NOBODY;
        conversation.assignment = 0;
        conversation.lastAgent = agent.number;
        conversation.state = RouteState.NONE;
        Exclusion exclusion =
                reason == AssignmentEnd.COMPLETED ? null : exclusions.add(organization, conversation, agent);
        event.excludedUntil = exclusion == null ? 0 : exclusion.until();
        event.softenedAt = exclusion == null ? 0 : exclusion.softenedAt();
        session.emit(organization, event);
    }

    /** Ends the assignment and closes the conversation. */
    void complete(Organization organization, Conversation conversation) {
        endAssignment(organization, conversation, AssignmentEnd.COMPLETED);
        ConversationCompleted event = new ConversationCompleted();
        event.conversation = conversation.id;
        event.lastAgent = conversation.lastAgent;
        event.completedAt = session.now;
        event.reopenUntil = close(organization, conversation, RouteState.COMPLETED);
        session.emit(organization, event);
    }

    /** Gives up a conversation that nobody has, and that may wait. */
    void cancel(Organization organization, Conversation conversation) {
        ConversationCancelled event = new ConversationCancelled();
        event.conversation = conversation.id;
        leaveLine(organization, conversation);
        forgetPreference(organization, conversation);
        event.reopenUntil = close(organization, conversation, RouteState.CANCELLED);
        session.emit(organization, event);
    }

    void park(Organization organization, Conversation conversation) {
        ConversationParked event = new ConversationParked();
        event.conversation = conversation.id;
        leaveLine(organization, conversation);
        forgetPreference(organization, conversation);
        conversation.state = RouteState.PARKED;
        session.emit(organization, event);
    }

    void forget(Organization organization, Conversation conversation) {
        ConversationForgotten event = new ConversationForgotten();
        event.conversation = conversation.id;
        session.timers.cancel(Kind.FORGETTING, organization.number, conversation.id, 0);
        organization.closed.remove(conversation);
        organization.conversations.remove(conversation.id);
        session.emit(organization, event);
    }

    void endPreference(Organization organization, Conversation conversation) {
        PreferenceEnded event = new PreferenceEnded();
        event.conversation = conversation.id;
        forgetPreference(organization, conversation);
        if (conversation.state == RouteState.QUEUED) {
            organization.lookingConversations.add(conversation);
        }
        session.emit(organization, event);
    }

    /** Has the next conversation of a removed queue move at once, if there is one. */
    void armDrain(Organization organization, int queue) {
        session.timers.cancel(Kind.DRAIN, organization.number, queue, 0);
        boolean somebodyWaits = organization.line.stream().anyMatch(conversation -> conversation.queue == queue);
        if (organization.removedQueues.contains(queue) && somebodyWaits) {
            session.timers.arm(Kind.DRAIN, organization.number, queue, 0, session.now);
        }
    }

    private long close(Organization organization, Conversation conversation, RouteState how) {
        long reopenUntil = session.now + organization.limits().reopenWindowNanos();
        conversation.state = how;
        exclusions.forget(organization, conversation);
        organization.closed.add(conversation);
        session.timers.arm(Kind.FORGETTING, organization.number, conversation.id, 0, reopenUntil);
        return reopenUntil;
    }

    private void leaveLine(Organization organization, Conversation conversation) {
        if (organization.line.remove(conversation)) {
            armDrain(organization, conversation.queue);
        }
    }

    private void release(Conversation conversation, Agent agent) {
        agent.held.remove(conversation);
        conversation.cost = 0;
    }

    private void forgetPreference(Organization organization, Conversation conversation) {
        session.timers.cancel(Kind.PREFERENCE, organization.number, conversation.id, 0);
        conversation.preferredAgent = DomainEvent.NOBODY;
        conversation.preferredUntil = 0;
    }
}
