package io.strowger.engine.routing;

import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.ExclusionEnded;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.InvariantViolation;
import org.jspecify.annotations.Nullable;

/**
 * Brings waiting conversations and agents together until no pair is left. Between two commands no pair is possible, so
 * only what {@link PendingWork} noted can make one. The order is fixed:
 *
 * <ol>
 *   <li>Agents who can take more than before, by ascending number. As long as there is a conversation for the agent, the
 *       agent's first one is offered: to the best agent for it, who nearly always is this one.
 *   <li>Conversations that wait anew, by (queue number, order key, queuedAt, id): each is offered to its best agent.
 * </ol>
 *
 * <p>An agent's first conversation: of those that prefer this agent the first by (order key, queuedAt, id); else, in the
 * first queue of the agent's list that has one, the first by the same key. It must be one that the agent meets, has room
 * for, and is not excluded from, unless softly.
 *
 * <p>The best agent for a conversation: the preferred one, and nobody else, while the preference lasts; else the first seat
 * of the queue by (tier, strategy key, idleSince, lastOfferedAt, agent number) of an agent who can take it and is not
 * excluded; else the agent of the oldest soft exclusion who can take it: that exclusion ends then.
 */
final class Matching {
    /** Candidates are counted up to this. */
    static final int MAX_COUNTED = 8;

    private final Scope scope;
    private final PendingWork work;
    private final OfferMaker offers;
    private long candidates;

    Matching(Scope scope, OfferMaker offers) {
        this.scope = scope;
        this.offers = offers;
        this.work = scope.state.work;
    }

    /** Works off everything that was noted. */
    void run() {
        if (work.agentCount() > 0) {
            AgentState[] agents = work.sortedAgents();
            for (int position = 0; position < work.agentCount(); position++) {
                fill(agents[position]);
            }
        }
        if (work.conversationCount() > 0) {
            ConversationState[] conversations = work.sortedConversations();
            for (int position = 0; position < work.conversationCount(); position++) {
                place(conversations[position]);
            }
        }
        work.clear();
    }

    /** Conversations and agents looked at so far, each time that one was. */
    long candidates() {
        return candidates;
    }

    private void fill(AgentState agent) {
        ConversationState conversation = first(agent);
        while (conversation != null) {
            if (!place(conversation)) {
                throw new InvariantViolation("conversation " + conversation.id + " suits agent " + agent.index
                        + ", but nobody was found for it");
            }
            conversation = first(agent);
        }
    }

    /** The conversation that an agent should get next, or null. */
    private @Nullable ConversationState first(AgentState agent) {
        if (!agent.receivesOffers()) {
            return null;
        }
        TreeNode preferring = agent.preferring.first(agent.takes);
        while (preferring != null) {
            ConversationState conversation = (ConversationState) preferring;
            candidates++;
            // A configuration may have taken the agent out of the queue meanwhile.
            if (agent.serves(conversation.queue)) {
                return conversation;
            }
            preferring = agent.preferring.next(preferring, agent.takes);
        }
        for (Seat seat : agent.seats) {
            SignatureTree waiting = seat.queue.waiting;
            TreeNode node = waiting.first(agent.takes);
            while (node != null) {
                ConversationState conversation = (ConversationState) node;
                candidates++;
                Exclusion exclusion = conversation.exclusions.find(agent);
                if (exclusion == null || exclusion.soft) {
                    return conversation;
                }
                node = waiting.next(node, agent.takes);
            }
        }
        return null;
    }

    /** Offers a conversation to its best agent; false when there is none, or when it does not wait for one. */
    private boolean place(ConversationState conversation) {
        if (conversation.state != RouteState.QUEUED) {
            return false;
        }
        OrganizationState organization = conversation.organization;
        Signature signature = conversation.signature();
        if (conversation.preferredAgent != DomainEvent.NOBODY) {
            AgentState preferred = organization.agents[conversation.preferredAgent];
            candidates++;
            if (preferred.canTake(signature) && preferred.serves(conversation.queue)) {
                give(conversation, preferred, 1);
                return true;
            }
            return false;
        }
        SignatureTree seats = organization.queues[conversation.queue].seats;
        TreeNode best = notExcluded(seats, seats.first(signature.mask), conversation);
        if (best != null) {
            give(conversation, ((Seat) best).agent, count(seats, best, conversation));
            return true;
        }
        return placeSoftly(conversation);
    }

    private boolean placeSoftly(ConversationState conversation) {
        ExclusionList exclusions = conversation.exclusions;
        for (Exclusion each = exclusions.first(); each != null; each = exclusions.behind(each)) {
            AgentState agent = each.agent;
            candidates++;
            if (each.soft
                    && agent != null
                    && agent.canTake(conversation.signature())
                    && agent.serves(conversation.queue)) {
                ExclusionEnded ended = scope.events.exclusionEnded;
                ended.conversation = conversation.id;
                ended.agent = agent.index;
                scope.emit(conversation.organization, ended);
                give(conversation, agent, 1);
                return true;
            }
        }
        return false;
    }

    private @Nullable TreeNode notExcluded(
            SignatureTree seats, @Nullable TreeNode from, ConversationState conversation) {
        TreeNode node = from;
        while (node != null) {
            candidates++;
            if (conversation.exclusions.find(((Seat) node).agent) == null) {
                return node;
            }
            node = seats.next(node, conversation.signature().mask);
        }
        return null;
    }

    private int count(SignatureTree seats, TreeNode best, ConversationState conversation) {
        int count = 0;
        TreeNode node = best;
        while (node != null && count < MAX_COUNTED) {
            count++;
            node = notExcluded(seats, seats.next(node, conversation.signature().mask), conversation);
        }
        return count;
    }

    private void give(ConversationState conversation, AgentState agent, int candidates) {
        QueueState queue = conversation.organization.queues[conversation.queue];
        if (queue.configuration.autoAccept()) {
            assign(conversation, agent);
        } else {
            offers.make(conversation, agent, queue, candidates);
        }
    }

    private void assign(ConversationState conversation, AgentState agent) {
        ConversationAssigned event = scope.events.conversationAssigned;
        event.assignment = scope.state.lastOffer + 1;
        event.conversation = conversation.id;
        event.agent = agent.index;
        event.cost = conversation.signature().capacity.cost;
        event.assignedAt = scope.now();
        scope.emit(conversation.organization, event);
    }
}
