package io.strowger.bench.batch;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.event.BatchClosed;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationCancelled;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.simulation.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/**
 * Follows the records of one simulated run of queues that accept for their agents, and writes down who got whom: how well
 * they fit, how long it took, and who was passed over meanwhile. What is counted does not depend on how the router matched.
 */
final class PairBook implements Consumer<RecordView> {
    /** What a second of waiting costs, and a thousandth of skill that is lacking: the usual weights of batches. */
    static final int SECOND_COST = 10;

    private static final double SECOND_NANOS = 1e9;
    private static final double HUNDRED = 100;

    private final List<AgentConfiguration> agents;
    private final long countedFrom;
    private final long countedTo;
    private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
    private final List<Pair> pairs = new ArrayList<>();
    private final Histogram waitMicros = new Histogram(3);
    private final ConversationQueued queued = new ConversationQueued();
    private final ConversationAssigned assigned = new ConversationAssigned();
    private final ConversationCancelled cancelled = new ConversationCancelled();
    private final BatchClosed closed = new BatchClosed();
    private long served;
    private long passed;
    private int mostPassed;
    private double gaps;
    private double waits;
    private double squares;
    private long batches;
    private long batchPairs;
    private long better;
    private long cost;
    private long greedyCost;
    private long morePairs;

    private static final class Waiting {
        final long since;
        final List<Requirement> requirements;
        int passed;

        Waiting(long since, List<Requirement> requirements) {
            this.since = since;
            this.requirements = requirements;
        }
    }

    private record Pair(Waiting conversation, AgentConfiguration agent, long at) {}

    /** The agents' numbers are their places in the organization, as it is with the first configuration. */
    PairBook(Scenario scenario) {
        agents = scenario.organization().agents();
        Scenario.Span time = scenario.time();
        countedFrom = time.startNanos() + time.warmUpNanos();
        countedTo = countedFrom + time.countedNanos();
    }

    @Override
    public void accept(RecordView record) {
        pairs.clear();
        while (record.nextEvent()) {
            switch (record.eventKind()) {
                case CONVERSATION_QUEUED -> {
                    queued.read(record.content());
                    List<Requirement> asked = Requirements.read(new ByteReader().wrap(queued.requirements));
                    waiting.put(queued.conversation, new Waiting(queued.queuedAt, asked));
                }
                case CONVERSATION_ASSIGNED -> {
                    assigned.read(record.content());
                    Waiting conversation = waiting.remove(assigned.conversation);
                    if (conversation != null) {
                        pairs.add(new Pair(conversation, agents.get(assigned.agent), assigned.assignedAt));
                    }
                }
                case CONVERSATION_CANCELLED -> {
                    cancelled.read(record.content());
                    waiting.remove(cancelled.conversation);
                }
                case BATCH_CLOSED -> {
                    closed.read(record.content());
                    batch();
                }
                default -> {
                    // Nobody gets anybody by it.
                }
            }
        }
        pairs.forEach(this::pair);
        if (!pairs.isEmpty()) {
            waiting.values().forEach(this::passOver);
        }
    }

    private void batch() {
        if (closed.pairs == 0) {
            return;
        }
        batches++;
        batchPairs += closed.pairs;
        morePairs += closed.pairs - closed.greedyPairs;
        if (closed.pairs == closed.greedyPairs) {
            cost += closed.cost;
            greedyCost += closed.greedyCost;
        }
        better += closed.pairs != closed.greedyPairs || closed.cost != closed.greedyCost ? 1 : 0;
    }

    private void pair(Pair pair) {
        Waiting conversation = pair.conversation;
        if (conversation.since < countedFrom || conversation.since >= countedTo) {
            return;
        }
        served++;
        long wait = pair.at - conversation.since;
        waits += wait / SECOND_NANOS;
        squares += wait / SECOND_NANOS * (wait / SECOND_NANOS);
        waitMicros.recordValue(wait / 1_000);
        gaps += gap(conversation, pair.agent);
        passed += conversation.passed > 0 ? 1 : 0;
        mostPassed = Math.max(mostPassed, conversation.passed);
    }

    /** Whoever stays behind, while a later one gets an agent who suits both, was passed over. */
    private void passOver(Waiting conversation) {
        for (Pair pair : pairs) {
            if (pair.conversation.since > conversation.since && suits(conversation, pair.agent)) {
                conversation.passed++;
                return;
            }
        }
    }

    private static boolean suits(Waiting conversation, AgentConfiguration agent) {
        return conversation.requirements.stream().allMatch(asked -> asked.isMetBy(agent.level(asked.skill())));
    }

    /** How much the agent's skills fit less than best, in thousandths. */
    private static double gap(Waiting conversation, AgentConfiguration agent) {
        return 1_000
                * conversation.requirements.stream()
                        .mapToDouble(asked -> (HUNDRED - agent.level(asked.skill())) / (HUNDRED - asked.level()))
                        .average()
                        .orElse(0);
    }

    /** A figure of the run. */
    double of(Figure figure) {
        return switch (figure) {
            case WAIT -> waits / served;
            case WAIT_DEVIATION -> StrictMath.sqrt(squares / served - waits / served * (waits / served));
            case WAIT_P50 -> waitMicros.getValueAtPercentile(50) / 1e6;
            case WAIT_P99 -> waitMicros.getValueAtPercentile(99) / 1e6;
            case SKILL_GAP -> gaps / served;
            case COST -> (gaps + SECOND_COST * waits) / served;
            case PASSED -> HUNDRED * passed / served;
            case MOST_PASSED -> mostPassed;
            case BATCH_PAIRS -> batches == 0 ? Double.NaN : (double) batchPairs / batches;
            case BETTER -> batches == 0 ? Double.NaN : HUNDRED * better / batches;
            case SAVED -> greedyCost == 0 ? Double.NaN : HUNDRED * (greedyCost - cost) / greedyCost;
            case MORE_PAIRS -> batches == 0 ? Double.NaN : morePairs;
        };
    }
}
