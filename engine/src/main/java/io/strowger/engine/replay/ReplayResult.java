package io.strowger.engine.replay;

import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was and what would have been, conversation by conversation. Not changed any more. */
public final class ReplayResult {
    /**
     * A conversation before and after.
     *
     * @param before as the journal has it
     * @param after as the replay decided
     */
    public record Pair(Fate before, Fate after) {}

    private final Directory namesBefore;
    private final Directory namesAfter;
    private final List<Pair> pairs = new ArrayList<>();
    private final long end;
    private final long records;

    ReplayResult(
            Directory namesBefore,
            Directory namesAfter,
            Fates before,
            Fates after,
            Map<Long, Long> newIds,
            long records) {
        this.namesBefore = namesBefore;
        this.namesAfter = namesAfter;
        this.end = before.lastTime();
        this.records = records;
        for (Fate fate : before.all()) {
            Fate other = after.find(newIds.getOrDefault(fate.conversation, 0L));
            if (other != null) {
                pairs.add(new Pair(fate, other));
            }
        }
    }

    /** The conversations in the order in which they were opened. */
    public List<Pair> pairs() {
        return List.copyOf(pairs);
    }

    /** Records of the journal. */
    public long records() {
        return records;
    }

    /** When the journal ended, epoch nanoseconds: waits that had no end by then count up to it. */
    public long end() {
        return end;
    }

    /** Where it was sent first, by the queue's id; before. */
    public String queueBefore(Pair pair) {
        return queue(namesBefore, pair.before);
    }

    /** The same after. */
    public String queueAfter(Pair pair) {
        return queue(namesAfter, pair.after);
    }

    /** The first agent's id, empty for nobody; before. */
    public String agentBefore(Pair pair) {
        return agent(namesBefore, pair.before);
    }

    /** The same after. */
    public String agentAfter(Pair pair) {
        return agent(namesAfter, pair.after);
    }

    /** The rule that sent it there, empty when none did; before. */
    public String ruleBefore(Pair pair) {
        return rule(namesBefore, pair.before);
    }

    /** The same after. */
    public String ruleAfter(Pair pair) {
        return rule(namesAfter, pair.after);
    }

    /** Whether another queue, agent or wait, to the nanosecond, came of it, or another end. */
    public boolean differs(Pair pair) {
        return isMoved(pair)
                || isAnothers(pair)
                || pair.before.assignedAt != pair.after.assignedAt
                || pair.before.cancelledAt != pair.after.cancelledAt
                || pair.before.priority != pair.after.priority
                || pair.before.offers != pair.after.offers;
    }

    /** Whether it was sent to another queue. */
    public boolean isMoved(Pair pair) {
        return !queueBefore(pair).equals(queueAfter(pair));
    }

    /** Whether another agent, or nobody, had it first. */
    public boolean isAnothers(Pair pair) {
        return !Objects.equals(agentBefore(pair), agentAfter(pair));
    }

    /** How much longer it waited after than before, in nanoseconds. */
    public long longerNanos(Pair pair) {
        return pair.after.waitNanos(end) - pair.before.waitNanos(end);
    }

    /** The conversations that differ, those whose waits changed most first. */
    public List<Pair> largest(int count) {
        return pairs.stream()
                .filter(this::differs)
                .sorted(Comparator.comparingLong((Pair pair) -> -Math.abs(longerNanos(pair)))
                        .thenComparingLong(pair -> pair.before().conversation))
                .limit(count)
                .toList();
    }

    private static String queue(Directory names, Fate fate) {
        Names organization = names.organization(fate.organization);
        return organization == null || fate.queue < 0
                ? ""
                : organization.queues().name(fate.queue);
    }

    private static String agent(Directory names, Fate fate) {
        Names organization = names.organization(fate.organization);
        return organization == null || fate.agent < 0
                ? ""
                : organization.agents().name(fate.agent);
    }

    private static String rule(Directory names, Fate fate) {
        Names organization = names.organization(fate.organization);
        return organization == null || fate.rule < 0 ? "" : organization.rules().name(fate.rule);
    }
}
