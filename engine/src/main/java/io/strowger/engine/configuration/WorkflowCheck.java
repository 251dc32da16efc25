package io.strowger.engine.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks steps and exception rules for what their types can't say. Cold. */
public final class WorkflowCheck {
    private static final int MAX_STEPS = 16;
    private static final int MAX_ACTIONS = 16;
    private static final int MAX_MOVES = 1_000;
    private static final int MAX_COUNT = 1_000_000;
    private static final int MAX_TEXT = 1_024;
    private static final int SCORE_ONE = 10_000;
    private static final long TEN_YEARS_NANOS = TimeUnit.DAYS.toNanos(3_650);

    private final Set<String> queues;
    private final List<WorkflowProblem> problems = new ArrayList<>();

    private WorkflowCheck(OrganizationConfiguration configuration) {
        queues = configuration.queues().stream().map(QueueConfiguration::id).collect(Collectors.toSet());
    }

    /**
     * Checks all steps and exception rules.
     *
     * @throws IllegalArgumentException for the first thing that is wrong; says where, what, and the limit
     */
    static void check(OrganizationConfiguration configuration) {
        List<WorkflowProblem> problems = problems(configuration);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.get(0).toString());
        }
    }

    /** Everything that is wrong with them. */
    public static List<WorkflowProblem> problems(OrganizationConfiguration configuration) {
        WorkflowCheck check = new WorkflowCheck(configuration);
        for (int index = 0; index < configuration.rules().size(); index++) {
            check.rule("rules[" + index + "]", configuration.rules().get(index));
        }
        check.exceptions(configuration.workflows());
        return check.problems;
    }

    private void rule(String path, RuleConfiguration rule) {
        List<StepConfiguration> steps = rule.steps().steps();
        String overflow = rule.steps().overflowQueue();
        exists(path + ".overflow", overflow);
        if (steps.isEmpty()) {
            if (overflow != null) {
                add(path + ".overflow", "without steps nothing comes before it; give the rule steps, or leave it out");
            }
            return;
        }
        between(path + ".steps, their number", steps.size(), 1, MAX_STEPS);
        if (rule.firstQueue() == null) {
            add(path + ".steps[0].queue", "the rule does not say where its conversations begin to wait");
        }
        for (int index = 0; index < steps.size(); index++) {
            boolean isLast = index == steps.size() - 1 && overflow == null;
            step(path + ".steps[" + index + "]", steps.get(index), index == 0, isLast);
        }
    }

    private void step(String path, StepConfiguration step, boolean isFirst, boolean isLast) {
        exists(path + ".queue", step.queue());
        Integer priority = step.priority();
        if (priority != null) {
            between(path + ".priority", priority, 0, ConfigurationCheck.MAX_PRIORITY);
        }
        between(path + ".raise", step.raise(), -ConfigurationCheck.MAX_PRIORITY, ConfigurationCheck.MAX_PRIORITY);
        if (priority != null && step.raise() != 0) {
            add(path + ".raise", "priority says it already; leave one of them out");
        }
        if (isFirst && step.raise() != 0) {
            add(path + ".raise", "there is no step before the first; say priority");
        }
        if (isFirst && !step.relax().isEmpty()) {
            add(path + ".relax", "there is no step before the first; leave the skills out of requires");
        }
        time(path + ".timeout", step.timeoutNanos(), 0);
        if (!isLast && step.timeoutNanos() == 0) {
            add(path + ".timeout", "it is missing, so the next step would never come");
        }
        if (isLast && step.timeoutNanos() > 0) {
            add(path + ".timeout", "nothing comes after this step; leave it out, or say overflow");
        }
        if (isLast && step.skipsUnstaffed()) {
            add(path + ".skipUnstaffed", "nothing comes after this step; leave it out, or say overflow");
        }
    }

    private void exceptions(Workflows workflows) {
        between("limits.maxMoves", workflows.maxMoves(), 0, MAX_MOVES);
        between("exceptions, their number", workflows.exceptions().size(), 0, Workflows.MAX_EXCEPTIONS);
        Map<String, Integer> known = new HashMap<>();
        for (int index = 0; index < workflows.exceptions().size(); index++) {
            ExceptionRule rule = workflows.exceptions().get(index);
            String path = "exceptions[" + index + "]";
            if (rule.id().isBlank() || rule.id().length() > ConfigurationCheck.MAX_NAME_BYTES) {
                add(
                        path + ".id",
                        "an id has 1 to " + ConfigurationCheck.MAX_NAME_BYTES + " characters, not only blanks");
            }
            Integer earlier = known.putIfAbsent(rule.id(), index);
            if (earlier != null) {
                add(path + ".id", rule.id() + " is the id of exceptions[" + earlier + "] already");
            }
            exists(path + ".queue", rule.queue());
            trigger(path, rule.trigger());
            actions(path + ".then", rule);
        }
    }

    private void trigger(String path, ExceptionTrigger trigger) {
        switch (trigger.kind()) {
            case WAIT -> time(path + ".after", trigger.value(), 1);
            case SLA_SLACK -> time(path + ".below", trigger.value(), 0);
            case ESTIMATE -> time(path + ".above", trigger.value(), 0);
            case NO_ELIGIBLE -> {
                if (trigger.value() < TimeUnit.SECONDS.toNanos(1) || trigger.value() > TEN_YEARS_NANOS) {
                    add(path + ".every", "the time must be between a second and ten years");
                }
            }
            case QUEUE_AHEAD, OFFERS_EXHAUSTED -> between(path + ".count", trigger.value(), 1, MAX_COUNT);
            case SENTIMENT -> {
                if (trigger.value() < -SCORE_ONE || trigger.value() > SCORE_ONE) {
                    add(path + ".below", "a sentiment is between -1 and 1");
                }
            }
        }
    }

    private void actions(String path, ExceptionRule rule) {
        List<ExceptionAction> actions = rule.actions();
        if (actions.isEmpty()) {
            add(path, "it is missing; say what is to be done");
        }
        between(path + ", their number", actions.size(), 0, MAX_ACTIONS);
        boolean moves = false;
        for (int index = 0; index < actions.size(); index++) {
            ExceptionAction action = actions.get(index);
            String place = path + "[" + index + "]";
            action(place, rule, action);
            if (action.kind() == ActionKind.MOVE && moves) {
                add(place, "it is moved already; one rule moves once");
            }
            moves |= action.kind() == ActionKind.MOVE;
            if (action.kind().endsWaiting() && index < actions.size() - 1) {
                add(place, "it waits no more after this, so nothing can follow");
            }
        }
    }

    private void action(String path, ExceptionRule rule, ExceptionAction action) {
        switch (action.kind()) {
            case SET_PRIORITY -> between(path + ".priority", action.value(), 0, ConfigurationCheck.MAX_PRIORITY);
            case ADD_AGE -> time(path + ".age", action.value(), 1);
            case MOVE -> {
                String queue = action.queue();
                if (queue == null) {
                    add(path + ".queue", "it is missing; say where to");
                } else if (queue.equals(rule.queue())) {
                    add(path + ".queue", "it is in " + queue + " already");
                }
                exists(path + ".queue", queue);
            }
            case ADD_REQUIREMENT -> {
                if (action.requirements().isEmpty()) {
                    add(path + ".requires", "it is missing; say which skills");
                }
            }
            case AUTO_REPLY -> {
                if (action.text().isBlank()) {
                    add(path + ".text", "it is missing; say what the customer is told");
                }
            }
            default -> {
                // Nothing to say about the others.
            }
        }
        if (action.text().length() > MAX_TEXT) {
            add(
                    path + ".text",
                    "it has " + action.text().length() + " characters, at most " + MAX_TEXT + " are possible");
        }
    }

    private void exists(String path, @Nullable String queue) {
        if (queue != null && !queues.contains(queue)) {
            problems.add(new WorkflowProblem(path, "there is no queue " + queue, queue));
        }
    }

    private void between(String path, long value, long least, long most) {
        if (value < least || value > most) {
            add(path, value + " is not between " + least + " and " + most);
        }
    }

    private void time(String path, long nanos, long least) {
        if (nanos < least || nanos > TEN_YEARS_NANOS) {
            add(
                    path,
                    "the time must be "
                            + (least == 0 ? "between 0 and ten years" : "more than 0 and at most ten years"));
        }
    }

    private void add(String path, String message) {
        problems.add(new WorkflowProblem(path, message));
    }
}
