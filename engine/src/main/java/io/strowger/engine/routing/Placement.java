package io.strowger.engine.routing;

import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.TransferFailed;
import io.strowger.engine.internal.Bytes;

/** Gives conversations their places in queues. */
final class Placement {
    private final Scope scope;
    private final ClosedQueues closedQueues;
    private final Followers followers;

    Placement(Scope scope, Followers followers) {
        this.scope = scope;
        this.closedQueues = new ClosedQueues(scope);
        this.followers = followers;
    }

    /**
     * Starts a {@link ConversationQueued} that leaves everything as it is, in the queue itself or, when that was removed,
     * in the fallback queue; without a preference. To be changed and then given to {@link #queue}.
     */
    ConversationQueued again(ConversationState conversation, QueueReason reason) {
        ConversationQueued event = scope.events.conversationQueued;
        event.conversation = conversation.id;
        event.stay = conversation.stay;
        event.queue = conversation.organization.queueInForce(conversation.queue).index;
        event.priority = conversation.priority;
        event.queuedAt = conversation.queuedAt;
        event.age = conversation.age;
        event.dueAt = conversation.dueAt;
        event.preferredAgent = DomainEvent.NOBODY;
        event.preferredUntil = 0;
        event.rule = conversation.rule;
        event.version = conversation.version;
        event.reason = reason;
        event.requeues = conversation.requeues;
        event.requirements.set(conversation.signature().requirements);
        event.tags.set(conversation.tags.content());
        return event;
    }

    /**
     * Queues where an event says, or, if that queue is closed and the conversation does not wait there already, does what
     * that queue says: in another queue, or aside until it opens.
     */
    void queue(ConversationState conversation, ConversationQueued event) {
        QueueState queue = ClosedQueues.destination(conversation, event);
        if (queue.index != event.queue) {
            int preferred = event.preferredAgent;
            event.queue = queue.index;
            event.preferredAgent = DomainEvent.NOBODY;
            if (!prefer(conversation, event, preferred, event.preferredUntil)) {
                event.preferredUntil = 0;
            }
        }
        boolean isNew = !conversation.isWaiting() || conversation.queue != queue.index;
        queueAnyway(conversation, event);
        if (isNew && ClosedQueues.setsAside(queue)) {
            closedQueues.awaitOpening(conversation);
        }
    }

    /** Computes the place and queues, whatever the hours are. Pending offers are rescinded first if the queue is another or their agents unfit. */
    void queueAnyway(ConversationState conversation, ConversationQueued event) {
        OrganizationState organization = conversation.organization;
        OfferState offer = conversation.offers.above(DomainEvent.NOBODY);
        while (offer != null) {
            int agent = offer.agent;
            boolean fits = staysWith(conversation, event, organization.agents[agent])
                    && organization.signatures.areMet(
                            organization.agents[agent], organization.capacity(conversation), event.requirements);
            if (!fits) {
                end(conversation, offer, OfferOutcome.RESCINDED);
            }
            offer = conversation.offers.above(agent);
        }
        QueueState queue = organization.queues[event.queue];
        event.orderKey = queue.orderKey(event.priority, event.queuedAt - event.age, dueAt(queue, event));
        event.signature = organization.signatures.numberOf(organization.capacity(conversation), event.requirements);
        boolean enters = !conversation.isWaiting() || conversation.queue != event.queue;
        scope.emit(organization, event);
        followers.queued(conversation, enters);
    }

    /** Whether a pending offer's queue is that of the place, or the agent serves the queue to which steps or exceptions move it. */
    private static boolean staysWith(ConversationState conversation, ConversationQueued event, AgentState agent) {
        if (event.queue == conversation.queue) {
            return true;
        }
        boolean isMoved = event.reason == QueueReason.STEPPED || event.reason == QueueReason.ESCALATED;
        int most = conversation
                .organization
                .queues[event.queue]
                .configuration
                .matching()
                .concurrentOffers();
        return isMoved
                && agent.serves(event.queue)
                && !ClosedQueues.setsAside(conversation.organization.queues[event.queue])
                && conversation.offers.size() <= most;
    }

    /** When an event's conversation is due in a queue, 0 to leave that to the queue's order. */
    private static long dueAt(QueueState queue, ConversationQueued event) {
        QueueConfiguration configuration = queue.configuration;
        return event.dueAt == 0 && configuration.order() == OrderPolicy.EDF && queue.terms.hasCalendar()
                ? queue.terms.add(
                        event.queuedAt - event.age, configuration.matching().targetNanos())
                : event.dueAt;
    }

    /** Moves the beginning of a place to now, and its own due instant by as much open time. */
    void renew(ConversationState conversation, ConversationQueued event) {
        ServiceTerms terms = conversation.organization.queues[event.queue].terms;
        event.queuedAt = scope.now();
        event.dueAt = conversation.dueAt == 0
                ? 0
                : terms.add(scope.now(), terms.elapsed(conversation.queuedAt, conversation.dueAt));
    }

    /** Takes out of an event what a waiting conversation has waited long enough not to ask any more. */
    void relax(ConversationState conversation, ConversationQueued event) {
        RequirementMemo memo = conversation.organization.signatures.memo();
        long waited = scope.now() - conversation.enteredAt;
        RequirementMemo.Entry known = memo.of(event.requirements);
        while (known.relaxAfterNanos > 0 && known.relaxAfterNanos <= waited) {
            event.requirements.set(known.relaxed);
            known = memo.of(event.requirements);
        }
    }

    /** Prefers an agent in an event, if that agent could take the conversation. Returns whether. */
    boolean prefer(ConversationState conversation, ConversationQueued event, int agent, long until) {
        OrganizationState organization = conversation.organization;
        boolean suits = agent != DomainEvent.NOBODY
                && !organization.queues[event.queue].configuration.offering().pull()
                && organization.suits(organization.agents[agent], conversation, event.queue, event.requirements);
        if (suits) {
            event.preferredAgent = agent;
            event.preferredUntil = until;
        }
        return suits;
    }

    /** Ends all pending offers of a conversation without fault of their agents, by the agents' numbers. */
    void endAll(ConversationState conversation, OfferOutcome outcome) {
        OfferState offer = conversation.offers.above(DomainEvent.NOBODY);
        while (offer != null) {
            int agent = offer.agent;
            end(conversation, offer, outcome);
            offer = conversation.offers.above(agent);
        }
    }

    /** Ends a pending offer without fault of its agent. */
    void end(ConversationState conversation, OfferState offer, OfferOutcome outcome) {
        OrganizationState organization = conversation.organization;
        OfferEnded event = scope.events.offerEnded;
        event.offer = offer.id;
        event.conversation = offer.conversation;
        event.agent = offer.agent;
        event.outcome = outcome;
        event.excludedUntil = 0;
        event.softenedAt = 0;
        event.missCount = organization.agents[offer.agent].missCount;
        scope.emit(organization, event);
        if (conversation.state == RouteState.ASSIGNED) {
            transferFailed(conversation, offer);
        }
    }

    /** Takes back the offer to the agent who was asked to take the conversation over, if there is one. */
    void endTransfer(ConversationState conversation, OfferOutcome outcome) {
        if (conversation.state == RouteState.ASSIGNED) {
            endAll(conversation, outcome);
        }
    }

    /** After the end of an offer to take a conversation over: it stays with the agent who has it. */
    void transferFailed(ConversationState conversation, OfferState offer) {
        TransferFailed event = scope.events.transferFailed;
        event.assignment = conversation.assignment;
        event.conversation = conversation.id;
        event.agent = conversation.agent;
        event.toAgent = offer.agent;
        event.outcome = offer.outcome;
        scope.emit(conversation.organization, event);
    }

    /** Whether a place would be another than the present one. */
    static boolean differs(ConversationState conversation, ConversationQueued event) {
        Bytes requirements = conversation.signature().requirements;
        return event.queue != conversation.queue
                || event.priority != conversation.priority
                || event.age != conversation.age
                || event.dueAt != conversation.dueAt
                || event.rule != conversation.rule
                || event.preferredAgent != conversation.preferredAgent
                || !event.requirements.contentEquals(requirements)
                || !event.tags.contentEquals(conversation.tags.content());
    }
}
