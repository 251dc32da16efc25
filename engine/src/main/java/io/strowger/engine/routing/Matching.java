package io.strowger.engine.routing;

import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.ExclusionEnded;
import io.strowger.engine.event.MatchingPostponed;
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
 * <p>Where a queue matches in batches, conversations without a preference and agents collect instead, see {@link
 * BatchMatching}.
 *
 * <p>An agent's first conversation: of those that prefer this agent the first by (order key, instant from which its age
 * counts, id); else the one that {@link AgentQueues} finds. It must be one that the agent meets, has room for, and is not
 * excluded from, unless softly.
 *
 * <p>The best agent for a conversation: the preferred one, and nobody else, while the preference lasts; else the first seat
 * of the queue by (tier, strategy key, idleSince, lastOfferedAt, agent number) of an agent who can take it and is not
 * excluded; else the agent of the oldest soft exclusion who can take it: that exclusion ends then.
 *
 * <p>Once a record has {@link #MAX_EVENTS} events the rest waits for reviews of the agents, which are due at once: a record
 * can't have more than 65,535.
 */
final class Matching {
    /** Nothing is matched any more in a record with this many events. */
    static final int MAX_EVENTS = 32_768;

    private final Scope scope;
    private final PendingWork work;
    private final OfferMaker offers;
    private final Candidates candidates;
    private final AgentQueues queues;
    private final BatchMatching batches;

    Matching(Scope scope, OfferMaker offers) {
        this.scope = scope;
        this.offers = offers;
        this.work = scope.state.work;
        this.candidates = new Candidates(scope);
        this.queues = new AgentQueues(candidates);
        this.batches = new BatchMatching(scope, candidates, queues, this);
    }

    /** Works off everything that was noted. */
    void run() {
        if (work.agentCount() + work.conversationCount() == 0) {
            return;
        }
        if (work.agentCount() > 0) {
            AgentState[] agents = work.sortedAgents();
            for (int position = 0; position < work.agentCount(); position++) {
                fill(agents[position]);
            }
        }
        if (work.conversationCount() > 0) {
            ConversationState[] conversations = work.sortedConversations();
            for (int position = 0; position < work.conversationCount(); position++) {
                ConversationState conversation = conversations[position];
                if (BatchMatching.isBatched(conversation)) {
                    batches.open(conversation);
                } else {
                    place(conversation);
                }
            }
        }
        if (isFull()) {
            postpone();
        }
        work.clear();
    }

    /** Brings together who collected in a queue. */
    void closeBatch(OrganizationState organization, QueueState queue) {
        batches.close(organization, queue);
    }

    /** Conversations and agents looked at so far, each time that one was. */
    long candidates() {
        return candidates.visited();
    }

    /** What an agent gets who takes the next one from one of the own queues that offer none, or from all of them: null. */
    @Nullable
    ConversationState nextToPick(AgentState agent, @Nullable QueueState queue) {
        return queues.first(agent, true, queue);
    }

    private void fill(AgentState agent) {
        ConversationState conversation = first(agent);
        while (conversation != null && !isFull()) {
            if (!place(conversation)) {
                throw new InvariantViolation("conversation " + conversation.id + " suits agent " + agent.index
                        + ", but nobody was found for it");
            }
            conversation = first(agent);
        }
        batches.open(agent);
    }

    private boolean isFull() {
        return scope.record().eventCount() >= MAX_EVENTS;
    }

    /** Leaves what is left to reviews, in each organization that was looked at. */
    private void postpone() {
        OrganizationState last = null;
        AgentState[] agents = work.sortedAgents();
        for (int position = 0; position < work.agentCount(); position++) {
            last = postpone(agents[position].organization, last);
        }
        ConversationState[] conversations = work.sortedConversations();
        for (int position = 0; position < work.conversationCount(); position++) {
            last = postpone(conversations[position].organization, last);
        }
    }

    private OrganizationState postpone(OrganizationState organization, @Nullable OrganizationState last) {
        if (organization != last) {
            MatchingPostponed event = scope.events.matchingPostponed;
            event.postponedAt = scope.now();
            scope.emit(organization, event);
        }
        return organization;
    }

    /** The conversation that an agent should get next, or null. */
    private @Nullable ConversationState first(AgentState agent) {
        if (!agent.receivesOffers()) {
            return null;
        }
        TreeNode preferring = agent.preferring.first(agent.takes);
        while (preferring != null) {
            ConversationState conversation = (ConversationState) preferring;
            candidates.visit();
            // A configuration may have taken the agent out of the queue meanwhile.
            if (agent.serves(conversation.queue)) {
                return conversation;
            }
            preferring = agent.preferring.next(preferring, agent.takes);
        }
        return queues.first(agent, false, null);
    }

    /** Offers a conversation to its best agents; false when there is none, or when it does not wait for one. */
    boolean place(ConversationState conversation) {
        boolean placed = false;
        if (conversation.isWaiting() && conversation.isPulled()) {
            return false;
        }
        while (conversation.tree != null && !isFull() && placeOnce(conversation)) {
            placed = true;
        }
        return placed;
    }

    private boolean placeOnce(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        Signature signature = conversation.signature();
        if (conversation.preferredAgent != DomainEvent.NOBODY) {
            AgentState preferred = organization.agents[conversation.preferredAgent];
            candidates.visit();
            if (preferred.canTake(signature) && preferred.serves(conversation.queue)) {
                give(conversation, preferred, 1);
                return true;
            }
            return false;
        }
        QueueState queue = organization.queues[conversation.queue];
        Seat best = candidates.best(queue, conversation);
        if (best != null) {
            give(conversation, best.agent, candidates.count(queue, conversation));
            return true;
        }
        return placeSoftly(conversation);
    }

    /** Offers a conversation to the agent of its oldest soft exclusion who can take it; false when there is none. */
    boolean placeSoftly(ConversationState conversation) {
        Exclusion exclusion = softly(conversation);
        AgentState agent = exclusion == null ? null : exclusion.agent;
        if (agent == null) {
            return false;
        }
        ExclusionEnded ended = scope.events.exclusionEnded;
        ended.conversation = conversation.id;
        ended.agent = agent.index;
        scope.emit(conversation.organization, ended);
        give(conversation, agent, 1);
        return true;
    }

    /** The oldest soft exclusion of an agent who can take the conversation, or null. */
    @Nullable
    Exclusion softly(ConversationState conversation) {
        if (!conversation.offers.isEmpty()) {
            return null;
        }
        ExclusionList exclusions = conversation.exclusions;
        for (Exclusion each = exclusions.first(); each != null; each = exclusions.behind(each)) {
            AgentState agent = each.agent;
            candidates.visit();
            if (each.soft && agent != null && agent.canTake(conversation.signature()) && isOpen(conversation, agent)) {
                return each;
            }
        }
        return null;
    }

    /** Whether an agent serves the queue and has no delay there that counts. */
    static boolean isOpen(ConversationState conversation, AgentState agent) {
        QueueRows rows = conversation.organization.queues[conversation.queue].rows;
        return agent.serves(conversation.queue)
                && agent.membership(conversation.queue).level < rows.open(conversation.reach);
    }

    /** Offers a conversation to an agent, or assigns it where the queue accepts for its agents. */
    void give(ConversationState conversation, AgentState agent, int eligible) {
        QueueState queue = conversation.organization.queues[conversation.queue];
        if (queue.configuration.autoAccept()) {
            assign(conversation, agent);
        } else {
            offers.make(conversation, agent, queue, eligible);
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
