package io.strowger.engine.rules;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.configuration.RuleConfiguration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which sets of requirements a configuration can lead to. Each rule may match or not, whatever its condition says, but for
 * one thing: two rules that compare the same variable with different texts can't both match. Cold.
 */
public final class RequirementSets {
    private static final Pattern EQUALITY =
            Pattern.compile("([A-Za-z_][\\w.]*)\\s*==\\s*(?:\"([^\"\\\\]*)\"|'([^'\\\\]*)')");

    private RequirementSets() {}

    /**
     * All sets, canonical, those of the queues alone included.
     *
     * @throws IllegalArgumentException when there are more than the limit
     */
    public static Set<List<Requirement>> possible(OrganizationConfiguration configuration, int limit) {
        Map<String, List<Requirement>> byQueue = new HashMap<>();
        Set<List<Requirement>> possible = new LinkedHashSet<>();
        for (QueueConfiguration queue : configuration.queues()) {
            byQueue.put(queue.id(), queue.requirements());
            possible.add(Requirements.canonical(queue.requirements()));
        }
        Set<Path> going = new LinkedHashSet<>();
        going.add(new Path(null, List.of(), Map.of()));
        for (RuleConfiguration rule : configuration.rules()) {
            Map<String, String> equalities = equalities(rule.condition());
            List<Path> taken = new ArrayList<>();
            for (Path path : going) {
                if (path.allows(equalities)) {
                    taken.add(path.with(rule, equalities));
                }
            }
            for (Path path : taken) {
                possible.add(path.requirements(byQueue, configuration.fallbackQueue()));
                if (rule.continues()) {
                    going.add(path);
                }
            }
            if (possible.size() > limit || going.size() > limit) {
                throw new IllegalArgumentException("rule " + rule.id() + ": the rules up to here can lead to more than "
                        + limit + " sets of requirements; let fewer of them continue");
            }
        }
        return possible;
    }

    /** The texts that variables must have if the condition holds; only from conditions that join comparisons by "and". */
    private static Map<String, String> equalities(String condition) {
        Map<String, String> found = new HashMap<>();
        for (String part : condition.split("&&", -1)) {
            Matcher matcher = EQUALITY.matcher(part.trim());
            if (matcher.matches()) {
                found.put(matcher.group(1), matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
            }
        }
        return condition.contains("||") || condition.contains("?") || condition.contains("(") ? Map.of() : found;
    }

    /** What the rules that matched so far lead to. */
    private record Path(@Nullable String queue, List<Requirement> added, Map<String, String> equalities) {
        boolean allows(Map<String, String> more) {
            for (Map.Entry<String, String> equality : more.entrySet()) {
                if (!equality.getValue().equals(equalities.getOrDefault(equality.getKey(), equality.getValue()))) {
                    return false;
                }
            }
            return true;
        }

        Path with(RuleConfiguration rule, Map<String, String> more) {
            List<Requirement> requirements = new ArrayList<>(added);
            requirements.addAll(rule.requirements());
            Map<String, String> joined = new HashMap<>(equalities);
            joined.putAll(more);
            String chosen = rule.queue();
            return new Path(chosen == null ? queue : chosen, Requirements.canonical(requirements), joined);
        }

        List<Requirement> requirements(Map<String, List<Requirement>> byQueue, String fallbackQueue) {
            List<Requirement> all = new ArrayList<>(added);
            all.addAll(byQueue.getOrDefault(queue == null ? fallbackQueue : queue, List.of()));
            return Requirements.canonical(all);
        }
    }
}
