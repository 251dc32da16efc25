package io.strowger.bench.reference;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.ScoreFit;
import java.math.BigInteger;
import java.util.Comparator;

/** Which of the agents who could take a conversation comes first, and the key that the record shows. */
final class AgentOrder {
    private static final long MILLION = 1_000_000;

    private final Organization organization;
    private final Conversation conversation;
    private final long now;

    AgentOrder(Organization organization, Conversation conversation, long now) {
        this.organization = organization;
        this.conversation = conversation;
        this.now = now;
    }

    Comparator<Agent> comparator() {
        return Comparator.<Agent>comparingInt(agent -> organization.tier(agent, conversation.queue))
                .thenComparing(byStrategy())
                .thenComparingLong(agent -> agent.idleSince)
                .thenComparingLong(agent -> agent.lastOfferedAt)
                .thenComparingInt(agent -> agent.number);
    }

    private Comparator<Agent> byStrategy() {
        return switch (organization.queue(conversation.queue).strategy()) {
            case LEAST_LOADED ->
                (one, other) -> Long.compare(
                        (long) one.used() * other.configuration.capacity(),
                        (long) other.used() * one.configuration.capacity());
            case FEWEST_TODAY ->
                (one, other) -> one.assignments == 0 || other.assignments == 0
                        ? Long.compare(one.assignments, other.assignments)
                        : Long.compare(
                                one.assignments * other.availableMicros(now),
                                other.assignments * one.availableMicros(now));
            default -> Comparator.comparingLong(this::key);
        };
    }

    /** What the record shows of the agent who was chosen. */
    long key(Agent agent) {
        return switch (organization.queue(conversation.queue).strategy()) {
            case LONGEST_IDLE -> agent.idleSince;
            case LEAST_LOADED ->
                BigInteger.valueOf(agent.used())
                        .shiftLeft(Integer.SIZE)
                        .divide(BigInteger.valueOf(agent.configuration.capacity()))
                        .longValueExact();
            case MOST_SPARE -> (long) agent.used() - agent.configuration.capacity();
            case FEWEST_ACTIVE -> organization.heldOfKind(agent, organization.signature(conversation));
            case ROUND_ROBIN -> agent.turns.getOrDefault(conversation.queue, 0L);
            case FEWEST_TODAY -> agent.assignments * MILLION * MILLION / Math.max(1, agent.availableMicros(now));
            case RANDOM -> organization.generator;
            case BEST_SCORE -> -score(agent);
        };
    }

    /** The mean fit of the skills asked for in millionths, each as often as its weight says. */
    long score(Agent agent) {
        ScoreFit fit = organization.queue(conversation.queue).matching().fit();
        long sum = 0;
        long weights = 0;
        for (Requirement requirement : conversation.requirements) {
            int level = agent.level(requirement.skill());
            boolean isTooHigh = level > requirement.most();
            sum += isTooHigh ? 0 : requirement.weight() * fit(fit, level, requirement.level());
            weights += requirement.weight();
        }
        return weights == 0 ? 0 : sum / weights;
    }

    private static long fit(ScoreFit fit, int level, int required) {
        if (required < 0) {
            return MILLION;
        }
        if (level < 0) {
            return 0;
        }
        if (fit == ScoreFit.RELATIVE) {
            double surplus = (double) (level - required) / required;
            return required == 0 ? MILLION : Math.round(MILLION / (1 + StrictMath.exp(-surplus)));
        }
        if (level < required) {
            return 0;
        }
        return required == 100 ? MILLION : (level - required) * MILLION / (100 - required);
    }
}
