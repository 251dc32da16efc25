package io.strowger.engine.rules;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.rules.Compilation.Compiled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody can serve what the rules and queues ask for, so that no conversation waits for ever. Looks at every
 * queue with the rule that sends there and with one continuing rule before it; rules that exclude each other are no pair.
 */
final class ServiceCheck {
    private final OrganizationConfiguration configuration;
    private final List<@Nullable Compiled> compiled;
    private final Map<String, QueueConfiguration> queues = new HashMap<>();
    private final Map<String, Integer> highestLevels = new TreeMap<>();
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    /** A check of a configuration whose parts fit and whose conditions are compiled. */
    ServiceCheck(OrganizationConfiguration configuration, List<@Nullable Compiled> compiled) {
        this.configuration = configuration;
        this.compiled = compiled;
        configuration.queues().forEach(queue -> queues.put(queue.id(), queue));
        configuration
                .agents()
                .forEach(agent -> agent.abilities()
                        .forEach(skill -> highestLevels.merge(skill.skill(), skill.level(), Math::max)));
    }

    List<ConfigurationProblem> problems() {
        if (configuration.agents().isEmpty()) {
            return List.of(
                    ConfigurationProblem.warning("agents", "there is no agent, so every conversation will wait"));
        }
        for (int index = 0; index < configuration.channels().size(); index++) {
            channel(index, configuration.channels().get(index));
        }
        for (int index = 0; index < configuration.queues().size(); index++) {
            queue(index, configuration.queues().get(index));
        }
        for (int index = 0; index < configuration.rules().size(); index++) {
            rule(index, configuration.rules().get(index));
        }
        return problems;
    }

    private void channel(int index, ChannelConfiguration channel) {
        boolean isTaken = configuration.agents().stream()
                .anyMatch(agent -> channel.cost() <= agent.capacity()
                        && (agent.matching().kinds().isEmpty()
                                || agent.matching().kinds().contains(channel.kind())));
        if (!isTaken) {
            problems.add(ConfigurationProblem.warning(
                    "channels[" + index + "]",
                    "no agent takes conversations of channel " + channel.id()
                            + ": each is too small for one, or does not take the kind "
                            + channel.kind().name().toLowerCase(java.util.Locale.ROOT)));
        }
    }

    private void queue(int index, QueueConfiguration queue) {
        String path = "queues[" + index + "]";
        boolean missing = missingSkills(path + ".requires.", queue.requirements());
        if (configuration.agents().stream().noneMatch(agent -> agent.queues().contains(queue.id()))) {
            problems.add(ConfigurationProblem.warning(path, "no agent serves queue " + queue.id()));
        } else if (!missing && !isServed(queue.id(), queue.requirements())) {
            problems.add(ConfigurationProblem.warning(
                    path, "none of the agents who serve queue " + queue.id() + " has all the skills that it requires"));
        }
    }

    private void rule(int index, RuleConfiguration rule) {
        String path = "rules[" + index + "].requires";
        if (rule.requirements().isEmpty() || missingSkills(path + ".", rule.requirements())) {
            return;
        }
        Set<String> stranded = new LinkedHashSet<>();
        if (!rule.continues() || rule.queue() != null) {
            strand(rule.queue(), rule.requirements(), stranded);
        }
        if (rule.continues()) {
            following(index, rule, stranded);
        }
        if (!stranded.isEmpty()) {
            problems.add(ConfigurationProblem.warning(
                    path,
                    "nobody in " + named(stranded) + " has what rule " + rule.id()
                            + " and the queue require together, so such conversations would wait for ever"));
        }
    }

    /** Where conversations can go after a continuing rule. */
    private void following(int index, RuleConfiguration rule, Set<String> stranded) {
        if (rule.queue() == null) {
            strand(configuration.fallbackQueue(), rule.requirements(), stranded);
        }
        for (int later = index + 1; later < configuration.rules().size(); later++) {
            RuleConfiguration next = configuration.rules().get(later);
            boolean goesSomewhere = next.queue() != null || !next.requirements().isEmpty();
            if (goesSomewhere && !next.continues() && canBothHold(index, later)) {
                List<Requirement> both = new ArrayList<>(rule.requirements());
                both.addAll(next.requirements());
                strand(next.queue() == null ? rule.queue() : next.queue(), both, stranded);
            }
        }
    }

    private boolean canBothHold(int first, int second) {
        Compiled one = compiled.get(first);
        Compiled other = compiled.get(second);
        return one == null || other == null || !one.bounds().excludes(other.bounds());
    }

    private void strand(@Nullable String queueId, Collection<Requirement> requirements, Set<String> stranded) {
        QueueConfiguration queue = queues.get(queueId == null ? configuration.fallbackQueue() : queueId);
        if (queue == null || !isServed(queue.id(), queue.requirements())) {
            return; // Said about the queue already.
        }
        List<Requirement> all = new ArrayList<>(queue.requirements());
        all.addAll(requirements);
        if (!isServed(queue.id(), all)) {
            stranded.add(queue.id());
        }
    }

    private boolean isServed(String queue, Collection<Requirement> requirements) {
        return configuration.agents().stream()
                .anyMatch(agent ->
                        agent.queues().contains(queue) && requirements.stream().allMatch(each -> has(agent, each)));
    }

    /** Whether an agent meets a requirement, now or once it is relaxed. */
    private static boolean has(AgentConfiguration agent, Requirement requirement) {
        return !requirement.mandatory()
                || requirement.relaxAfterNanos() > 0
                || requirement.isMetBy(agent.level(requirement.skill()));
    }

    private boolean missingSkills(String path, List<Requirement> requirements) {
        boolean missing = false;
        for (Requirement requirement : requirements) {
            Integer highest = highestLevels.get(requirement.skill());
            if (highest == null) {
                problems.add(ConfigurationProblem.warning(
                        path + requirement.skill(),
                        "no agent has the skill " + requirement.skill()
                                + Suggestion.clause(requirement.skill(), highestLevels.keySet())));
            } else if (highest < requirement.level()) {
                problems.add(ConfigurationProblem.warning(
                        path + requirement.skill(),
                        "no agent has " + requirement.skill() + " at level " + requirement.level() + "; the highest is "
                                + highest));
            }
            missing |= !requirement.isAbsence() && (highest == null || highest < requirement.level());
        }
        return missing;
    }

    private static String named(Set<String> queues) {
        return (queues.size() == 1 ? "queue " : "queues ") + String.join(", ", queues);
    }
}
