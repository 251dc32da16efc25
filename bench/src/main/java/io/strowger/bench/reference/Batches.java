package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.engine.configuration.BatchWeights;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.event.BatchClosed;
import io.strowger.engine.event.BatchOpened;
import io.strowger.engine.event.BatchPaired;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.PassedOver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Has the conversations and agents of queues collect, and brings them together. For small organizations. */
final class Batches {
    private static final int MOST = 128;
    private static final long HOUR_SECONDS = 3_600;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final Session session;
    private final Matching matching;

    Batches(Session session, Matching matching) {
        this.session = session;
        this.matching = matching;
    }

    /** Whether a conversation waits for a batch, not for an agent. */
    static boolean isBatched(Organization organization, Conversation conversation) {
        return conversation.preferredAgent == DomainEvent.NOBODY
                && organization.queue(conversation.queue).batch().isOn();
    }

    /** Has a conversation collect, if there is an agent for it. */
    void open(Organization organization, Conversation conversation) {
        if (organization.waiting().contains(conversation) && matching.isPossible(organization, conversation)) {
            open(organization, conversation.queue);
        }
    }

    /** Has an agent collect in each queue, in the agent's order, where a conversation could be the agent's. */
    void open(Organization organization, Agent agent) {
        organization.queues.keySet().stream()
                .filter(queue -> organization.serves(agent, queue))
                .filter(queue -> organization.queue(queue).batch().isOn())
                .sorted(Comparator.<Integer>comparingInt(queue -> organization.tier(agent, queue))
                        .thenComparingInt(queue -> agent.configuration
                                .queues()
                                .indexOf(organization.names.queues().name(queue))))
                .filter(queue -> looking(organization, queue).stream()
                        .anyMatch(conversation -> matching.mayHave(organization, conversation, agent)))
                .toList()
                .forEach(queue -> open(organization, queue));
    }

    private void open(Organization organization, int queue) {
        long ready = organization.agents.values().stream()
                .filter(agent -> organization.serves(agent, queue) && !agent.takes.isEmpty())
                .count();
        boolean isFull = ready >= MOST && looking(organization, queue).size() >= MOST;
        long closesAt =
                session.now + (isFull ? 0 : organization.queue(queue).batch().windowNanos());
        Long known = organization.batches.get(queue);
        if (known == null || isFull && known > closesAt) {
            open(organization, queue, closesAt);
        }
    }

    private void open(Organization organization, int queue, long closesAt) {
        end(session, organization, queue);
        organization.batches.put(queue, closesAt);
        session.timers.arm(Kind.BATCH, organization.number, queue, 0, closesAt);
        BatchOpened event = new BatchOpened();
        event.queue = queue;
        event.closesAt = closesAt;
        session.emit(organization, event);
    }

    /** Nothing collects any more. */
    static void end(Session session, Organization organization, int queue) {
        organization.batches.remove(queue);
        session.timers.cancel(Kind.BATCH, organization.number, queue, 0);
    }

    /** Brings together who collected in a queue. */
    void close(Organization organization, int queue) {
        QueueConfiguration configuration = organization.queue(queue);
        List<Conversation> taken = looking(organization, queue).stream()
                .filter(conversation -> matching.isPossible(organization, conversation))
                .limit(MOST)
                .toList();
        List<Conversation> soft = taken.stream()
                .filter(conversation ->
                        matching.free(organization, conversation).isEmpty())
                .toList();
        List<Conversation> paired = new ArrayList<>();
        List<Conversation> overdue = new ArrayList<>();
        for (Conversation conversation : taken) {
            if (!soft.contains(conversation)) {
                boolean isOverdue = conversation.passed >= configuration.batch().maxPassed();
                (isOverdue ? overdue : paired).add(conversation);
            }
        }
        overdue.removeIf(conversation -> !matching.place(organization, conversation));
        List<Agent> agents = organization.agents.values().stream()
                .filter(agent -> paired.stream()
                        .anyMatch(conversation ->
                                matching.free(organization, conversation).contains(agent)))
                .toList();
        settle(organization, queue, paired, agents, overdue, taken);
        for (Conversation conversation : soft) {
            if (matching.free(organization, conversation).isEmpty()) {
                matching.place(organization, conversation);
            }
        }
        if (looking(organization, queue).stream()
                .anyMatch(conversation -> matching.isPossible(organization, conversation))) {
            open(organization, queue, session.now);
        }
    }

    private void settle(
            Organization organization,
            int queue,
            List<Conversation> paired,
            List<Agent> agents,
            List<Conversation> overdue,
            List<Conversation> order) {
        Pairing.Pair[][] table = new Pairing.Pair[paired.size()][agents.size()];
        for (int row = 0; row < paired.size(); row++) {
            for (int column = 0; column < agents.size(); column++) {
                if (matching.free(organization, paired.get(row)).contains(agents.get(column))) {
                    table[row][column] = new Pairing.Pair(
                            organization.tier(agents.get(column), queue),
                            cost(organization, paired, paired.get(row), agents, agents.get(column)));
                }
            }
        }
        Pairing least = Pairing.least(table);
        Pairing greedy = Pairing.greedy(table);
        BatchClosed closed = new BatchClosed();
        closed.queue = queue;
        closed.conversations = paired.size();
        closed.agents = agents.size();
        closed.pairs = least.pairs();
        closed.cost = least.cost();
        closed.greedyPairs = greedy.pairs();
        closed.greedyCost = greedy.cost();
        end(session, organization, queue);
        session.emit(organization, closed);
        for (int row = 0; row < paired.size(); row++) {
            int column = least.columns()[row];
            Conversation one = paired.get(row);
            if (column >= 0) {
                int other = greedy.columns()[row];
                BatchPaired event = new BatchPaired();
                event.conversation = paired.get(row).id;
                event.agent = agents.get(column).number;
                event.cost = table[row][column].cost();
                event.greedyAgent = other < 0 ? DomainEvent.NOBODY : agents.get(other).number;
                session.emit(organization, event);
                matching.give(organization, paired.get(row), agents.get(column));
            } else if (least.isPassedOver(row, table)
                    || overdue.stream()
                            .filter(first -> order.indexOf(first) > order.indexOf(one))
                            .anyMatch(first -> wouldHaveSuited(organization, one, first))) {
                PassedOver event = new PassedOver();
                event.conversation = paired.get(row).id;
                event.times = ++paired.get(row).passed;
                session.emit(organization, event);
            }
        }
    }

    /** Whether the agent whom another conversation just got would suit this one. */
    private static boolean wouldHaveSuited(Organization organization, Conversation one, Conversation other) {
        Agent agent =
                organization.agent(other.isWaiting() ? other.offers.get(other.offers.size() - 1).agent : other.agent);
        return agent.meets(one.requirements)
                && organization.isOpen(agent, one)
                && one.exclusion(agent.number) == null
                && !one.isOfferedTo(agent);
    }

    private static long cost(
            Organization organization, List<Conversation> all, Conversation one, List<Agent> agents, Agent agent) {
        QueueConfiguration queue = organization.queue(one.queue);
        BatchWeights weights = queue.batch().weights();
        long earliest = all.stream()
                .mapToLong(conversation -> turn(queue, conversation))
                .min()
                .orElseThrow();
        long slack = Math.min(HOUR_SECONDS, (turn(queue, one) - earliest) / SECOND_NANOS);
        long idleForLonger = agents.stream()
                .filter(other -> other.idleSince < agent.idleSince
                        || other.idleSince == agent.idleSince && other.number < agent.number)
                .count();
        return weights.slack() * slack
                + (one.requirements.isEmpty()
                        ? 0
                        : weights.skillGap() * (1_000 - new AgentOrder(organization, one, 0).score(agent) / 1_000))
                + (one.lastAgent == agent.number ? 0 : 1_000 * weights.notPreferred())
                + weights.load() * Math.min(1_000L, 1_000L * agent.used() / agent.configuration.capacity())
                + weights.idle() * (1_000 * idleForLonger / agents.size());
    }

    private static long turn(QueueConfiguration queue, Conversation conversation) {
        long since = conversation.queuedAt - conversation.age;
        if (queue.order() != OrderPolicy.EDF) {
            return since - conversation.priority * queue.nanosPerPoint();
        }
        return conversation.dueAt == 0 ? since + queue.matching().targetNanos() : conversation.dueAt;
    }

    /** Those who could be offered to one more agent, in their order. */
    private static List<Conversation> looking(Organization organization, int queue) {
        return organization.waiting().stream()
                .filter(conversation -> conversation.queue == queue)
                .filter(conversation -> conversation.preferredAgent == DomainEvent.NOBODY)
                .sorted(Comparator.<Conversation>comparingLong(
                                conversation -> organization.orderKey(queue, conversation))
                        .thenComparingLong(conversation -> conversation.queuedAt - conversation.age)
                        .thenComparingLong(conversation -> conversation.id))
                .toList();
    }
}
