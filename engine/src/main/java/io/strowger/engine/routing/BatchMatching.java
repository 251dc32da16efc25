package io.strowger.engine.routing;

import io.strowger.engine.event.BatchClosed;
import io.strowger.engine.event.BatchOpened;
import io.strowger.engine.event.BatchPaired;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.PassedOver;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Brings the conversations and agents of a queue together in batches. As soon as a pair is possible, both collect until the
 * queue's window closes, or, when there are {@link #MOST} of each, until the next tick. Then
 *
 * <ol>
 *   <li>the first {@link #MOST} conversations for which there is an agent are taken;
 *   <li>those of them that were passed over as often as they may be are given to their best agents, as without batches, which
 *       passes over earlier ones whom these agents would suit;
 *   <li>the others and up to {@link #MOST} agents are paired, one conversation an agent: as many pairs as possible, over these
 *       the smallest tiers, over these the least cost, over these the first conversation's agent of the smallest number, then
 *       the second's, and so on;
 *   <li>conversations for which there were only softly excluded agents are offered to these.
 * </ol>
 *
 * <p>If pairs are possible then, the next batch is due at once: so each is bounded by size, and none waits for a further window.
 */
final class BatchMatching {
    /** How many conversations, and how many agents, a batch has at most. */
    static final int MOST = 128;

    private final Scope scope;
    private final Candidates candidates;
    private final AgentQueues queues;
    private final Matching matching;
    private final BatchConversations conversations;
    private final BatchAgents agents;
    private final BatchCosts costs;
    private final CostTable table = new CostTable(MOST);
    private final LeastCostPairs solver = new LeastCostPairs(table);
    private final GreedyPairs greedy = new GreedyPairs(MOST);

    /** Who got each of the conversations that came first, null for nobody. */
    private final @Nullable AgentState[] given = new AgentState[MOST];

    BatchMatching(Scope scope, Candidates candidates, AgentQueues queues, Matching matching) {
        this.scope = scope;
        this.candidates = candidates;
        this.queues = queues;
        this.matching = matching;
        conversations = new BatchConversations(candidates, matching);
        agents = new BatchAgents(candidates);
        costs = new BatchCosts(agents);
    }

    /** Whether a conversation waits for a batch, not for an agent. */
    static boolean isBatched(ConversationState conversation) {
        return conversation.preferredAgent == DomainEvent.NOBODY
                && conversation.organization.queues[conversation.queue].isBatched();
    }

    /** Has a conversation that waits anew collect, if there is an agent for it. */
    void open(ConversationState conversation) {
        QueueState queue = conversation.organization.queues[conversation.queue];
        if (conversation.tree != null && conversations.isPossible(queue, conversation)) {
            open(conversation.organization, queue);
        }
    }

    /** Has an agent who can take more collect, where there is a conversation for the agent. */
    void open(AgentState agent) {
        for (Membership membership : agent.memberships) {
            if (membership.queue.isBatched() && queues.isWaitedFor(membership)) {
                open(agent.organization, membership.queue);
            }
        }
    }

    private void open(OrganizationState organization, QueueState queue) {
        boolean isFull = queue.rows.ready() >= MOST && queue.rows.looking() >= MOST;
        long closesAt =
                isFull ? scope.now() : scope.now() + queue.configuration.batch().windowNanos();
        if (queue.batch.closesAt == 0 || isFull && queue.batch.closesAt > closesAt) {
            open(organization, queue, closesAt);
        }
    }

    private void open(OrganizationState organization, QueueState queue, long closesAt) {
        BatchOpened event = scope.events.batchOpened;
        event.queue = queue.index;
        event.closesAt = closesAt;
        scope.emit(organization, event);
    }

    /** Brings together who collected in a queue. */
    void close(OrganizationState organization, QueueState queue) {
        conversations.collect(queue);
        for (int position = 0; position < conversations.overdue(); position++) {
            ConversationState first = conversations.overdue(position);
            given[position] = matching.place(first) ? holder(first) : null;
        }
        agents.collect(queue, conversations);
        costs.fill(queue, conversations, table);
        solver.solve();
        greedy.solve(table);
        tell(organization, queue);
        for (int row = 0; row < table.rows(); row++) {
            settle(organization, row);
        }
        for (int position = 0; position < conversations.soft(); position++) {
            ConversationState conversation = conversations.soft(position);
            if (!candidates.hasAny(queue, conversation)) {
                matching.placeSoftly(conversation);
            }
        }
        Arrays.fill(given, 0, conversations.overdue(), null);
        conversations.clear();
        agents.clear();
        if (conversations.isAnyPossible(queue)) {
            open(organization, queue, scope.now());
        }
    }

    private void tell(OrganizationState organization, QueueState queue) {
        BatchClosed event = scope.events.batchClosed;
        event.queue = queue.index;
        event.conversations = table.rows();
        event.agents = table.columns();
        event.pairs = solver.pairs();
        event.cost = BatchCosts.withoutTiers(solver.total());
        event.greedyPairs = greedy.pairs();
        event.greedyCost = BatchCosts.withoutTiers(greedy.total());
        scope.emit(organization, event);
    }

    private void settle(OrganizationState organization, int row) {
        ConversationState conversation = conversations.get(row);
        int column = solver.columnOf(row);
        if (column >= 0) {
            AgentState agent = agents.get(column);
            BatchPaired event = scope.events.batchPaired;
            event.conversation = conversation.id;
            event.agent = agent.index;
            event.cost = BatchCosts.withoutTiers(table.cost(row, column));
            event.greedyAgent = greedy.columnOf(row) < 0 ? DomainEvent.NOBODY : agents.get(greedy.columnOf(row)).index;
            scope.emit(organization, event);
            QueueState queue = organization.queues[conversation.queue];
            matching.give(conversation, agent, candidates.count(queue, conversation));
        } else if (isPassedOver(row)) {
            PassedOver event = scope.events.passedOver;
            event.conversation = conversation.id;
            event.times = conversation.passed + 1;
            scope.emit(organization, event);
        }
    }

    /** Whether a later conversation got an agent who suits this one, which got none. */
    private boolean isPassedOver(int row) {
        for (int position = 0; position < conversations.overdue(); position++) {
            AgentState agent = given[position];
            if (agent != null && isPassedOver(conversations.get(row), conversations.overdue(position), agent)) {
                return true;
            }
        }
        for (int later = row + 1; later < table.rows(); later++) {
            int column = solver.columnOf(later);
            if (column >= 0 && table.cost(row, column) != CostTable.IMPOSSIBLE) {
                return true;
            }
        }
        return false;
    }

    /** Whether a conversation that came first, because it was passed over before, is later and got an agent who suits this one. */
    private static boolean isPassedOver(ConversationState conversation, ConversationState overdue, AgentState agent) {
        return conversation.isBefore(overdue)
                && agent.meets(conversation.signature())
                && Matching.isOpen(conversation, agent)
                && Candidates.isFree(agent, conversation);
    }

    /** Who was just given a conversation, or asked last. */
    private static AgentState holder(ConversationState conversation) {
        OfferState newest = conversation.offers.last();
        return conversation.organization.agents[newest == null ? conversation.agent : newest.agent];
    }
}
