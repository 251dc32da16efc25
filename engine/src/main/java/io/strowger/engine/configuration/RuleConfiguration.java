package io.strowger.engine.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A routing rule. Rules are tried in their order; the first whose condition holds decides, unless it continues: then its
 * actions count and the following rules are tried as well, and may overrule its queue and priority.
 *
 * @param id the rule's name in answers and decision records
 * @param condition a CEL expression over the message
 * @param queue id of the queue it chooses, null when it leaves that to others
 * @param priority the priority it sets, 0 to 1000, null when it leaves that to others
 * @param requirements what it asks of an agent, added to those of the queue
 * @param tags tags that it adds to the conversation
 * @param continues whether later rules are tried after this one matched
 * @param timing what it says about time; later rules may overrule each of its values
 * @param steps what becomes of its conversations while they wait
 * @param preference whom they wait for first; later rules may overrule it
 */
public record RuleConfiguration(
        String id,
        String condition,
        @Nullable String queue,
        @Nullable Integer priority,
        List<Requirement> requirements,
        List<String> tags,
        boolean continues,
        RuleTiming timing,
        RuleSteps steps,
        RulePreference preference) {
    public RuleConfiguration {
        requirements = List.copyOf(requirements);
        tags = List.copyOf(tags);
    }

    /** A rule that says nothing about time. */
    public RuleConfiguration(
            String id,
            String condition,
            @Nullable String queue,
            @Nullable Integer priority,
            List<Requirement> requirements,
            List<String> tags,
            boolean continues) {
        this(id, condition, queue, priority, requirements, tags, continues, RuleTiming.NONE);
    }

    /** A rule without steps and preference. */
    public RuleConfiguration(
            String id,
            String condition,
            @Nullable String queue,
            @Nullable Integer priority,
            List<Requirement> requirements,
            List<String> tags,
            boolean continues,
            RuleTiming timing) {
        this(
                id,
                condition,
                queue,
                priority,
                requirements,
                tags,
                continues,
                timing,
                RuleSteps.NONE,
                RulePreference.NONE);
    }

    /** The same with other steps. */
    public RuleConfiguration with(RuleSteps other) {
        return with(other, preference);
    }

    /** The same with another preference. */
    public RuleConfiguration with(RulePreference other) {
        return with(steps, other);
    }

    private RuleConfiguration with(RuleSteps otherSteps, RulePreference otherPreference) {
        return new RuleConfiguration(
                id, condition, queue, priority, requirements, tags, continues, timing, otherSteps, otherPreference);
    }

    /** Id of the queue in which its conversations begin to wait, null when it leaves that to others. */
    public @Nullable String firstQueue() {
        String first = steps.isEmpty() ? null : steps.steps().get(0).queue();
        return first == null ? queue : first;
    }

    /** The priority with which its conversations begin to wait, null when it leaves that to others. */
    public @Nullable Integer firstPriority() {
        Integer first = steps.isEmpty() ? null : steps.steps().get(0).priority();
        return first == null ? priority : first;
    }
}
