package io.strowger.engine.rules;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.RulePreference;
import io.strowger.engine.configuration.StepConfiguration;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.internal.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An organization's compiled rules. They are tried in their order; the first whose condition holds ends the trial, unless
 * it continues: then its requirements and tags stay, and later rules may overrule its queue and priority. Owned by the
 * deciding thread; evaluation allocates only when a combination of queue and matching rules is met for the first time.
 */
public final class RuleSet {
    private final OrganizationConfiguration configuration;
    private final Condition[] conditions;
    private final boolean[] continues;
    private final int[] queues;
    private final int[] priorities;
    private final long[] ages;
    private final long[] targets;
    private final RulePreference[] preferences;
    private final Bytes[] preferenceKeys;
    private final boolean[] shapesTerms;
    private final int fallbackQueue;
    private final TermsCache cache = new TermsCache();
    private final long[] matched;
    private final List<List<StepConfiguration>> steps = new ArrayList<>();
    private final boolean hasWorkflows;

    /**
     * Rules of a checked configuration.
     *
     * @param conditions the compiled conditions, in the order of the configuration's rules
     * @throws IllegalArgumentException when there is not one condition a rule
     */
    public RuleSet(OrganizationConfiguration configuration, List<Condition> conditions) {
        List<RuleConfiguration> rules = configuration.rules();
        if (conditions.size() != rules.size()) {
            throw new IllegalArgumentException(
                    conditions.size() + " conditions were given for " + rules.size() + " rules");
        }
        this.configuration = configuration;
        this.conditions = conditions.toArray(Condition[]::new);
        List<String> queueIds =
                configuration.queues().stream().map(QueueConfiguration::id).toList();
        int count = rules.size();
        continues = new boolean[count];
        queues = new int[count];
        priorities = new int[count];
        ages = new long[count];
        targets = new long[count];
        preferences = new RulePreference[count];
        preferenceKeys = new Bytes[count];
        shapesTerms = new boolean[count];
        for (int position = 0; position < count; position++) {
            RuleConfiguration rule = rules.get(position);
            String queue = rule.firstQueue();
            Integer priority = rule.firstPriority();
            steps.add(rule.steps().all());
            continues[position] = rule.continues();
            queues[position] = queue == null ? DomainEvent.NOBODY : queueIds.indexOf(queue);
            priorities[position] = priority == null ? DomainEvent.NOBODY : priority;
            ages[position] = rule.timing().ageNanos();
            targets[position] = rule.timing().targetNanos();
            preferences[position] = rule.preference();
            preferenceKeys[position] = Bytes.of(rule.preference().attribute());
            shapesTerms[position] =
                    !rule.requirements().isEmpty() || !rule.tags().isEmpty();
        }
        hasWorkflows = configuration.hasWorkflows();
        fallbackQueue = queueIds.indexOf(configuration.fallbackQueue());
        matched = new long[(count + Long.SIZE - 1) / Long.SIZE];
    }

    /** Tries the rules on a message and fills the outcome. */
    public void evaluate(RuleInput input, RuleOutcome out) {
        out.rule = DomainEvent.NOBODY;
        out.ageNanos = 0;
        out.targetNanos = 0;
        out.preference = RulePreference.NONE;
        out.preferenceKey = RuleOutcome.NO_KEY;
        int queue = fallbackQueue;
        int priority = DomainEvent.NOBODY;
        Arrays.fill(matched, 0);
        for (int position = 0; position < conditions.length; position++) {
            if (!conditions[position].holds(input)) {
                continue;
            }
            if (queues[position] >= 0) {
                queue = queues[position];
                out.rule = position;
            }
            if (priorities[position] >= 0) {
                priority = priorities[position];
            }
            if (ages[position] > 0) {
                out.ageNanos = ages[position];
            }
            if (targets[position] > 0) {
                out.targetNanos = targets[position];
            }
            if (preferences[position].isGiven()) {
                out.preference = preferences[position];
                out.preferenceKey = preferenceKeys[position];
            }
            if (shapesTerms[position]) {
                matched[position / Long.SIZE] |= 1L << position;
            }
            if (!continues[position]) {
                break;
            }
        }
        out.queue = queue;
        out.priority =
                priority >= 0 ? priority : configuration.queues().get(queue).priority();
        out.terms = terms(queue);
        out.ownTerms = hasWorkflows ? terms(DomainEvent.NOBODY) : Terms.NONE;
    }

    /** Whether conversations that wait may be moved, or what they ask for changed. */
    public boolean hasWorkflows() {
        return hasWorkflows;
    }

    /** The steps of the rule at a position, the overflow as the last; none for {@link DomainEvent#NOBODY}. */
    public List<StepConfiguration> steps(int rule) {
        return rule == DomainEvent.NOBODY ? List.of() : steps.get(rule);
    }

    private Terms terms(int queue) {
        Terms known = cache.find(queue, matched);
        return known != null ? known : cache.add(queue, matched, combine(queue));
    }

    private Terms combine(int queue) {
        List<Requirement> requirements = new ArrayList<>(
                queue == DomainEvent.NOBODY
                        ? List.of()
                        : configuration.queues().get(queue).requirements());
        Set<String> tags = new LinkedHashSet<>();
        for (int position = 0; position < conditions.length; position++) {
            if ((matched[position / Long.SIZE] & (1L << position)) != 0) {
                requirements.addAll(configuration.rules().get(position).requirements());
                tags.addAll(configuration.rules().get(position).tags());
            }
        }
        return new Terms(requirements, tags);
    }
}
