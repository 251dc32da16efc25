package io.strowger.bench.reference;

import io.strowger.engine.configuration.ActionKind;
import io.strowger.engine.configuration.ExceptionAction;
import io.strowger.engine.configuration.ExceptionRule;
import io.strowger.engine.configuration.ExceptionTrigger;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.RuleSteps;
import io.strowger.engine.configuration.StepConfiguration;
import io.strowger.engine.configuration.TriggerKind;
import io.strowger.engine.configuration.Workflows;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Draws steps and exception rules with short times, which lead to any queues. */
final class RandomWorkflows {
    private static final long MILLI = 1_000_000;
    private static final List<String> SKILLS = List.of("refunds", "cards", "language:de");

    private final Random random;
    private final List<String> queueIds;

    RandomWorkflows(Random random, List<String> queueIds) {
        this.random = random;
        this.queueIds = queueIds;
    }

    /** Steps of every second rule. */
    RuleSteps steps(RuleConfiguration rule) {
        if (random.nextBoolean()) {
            return RuleSteps.NONE;
        }
        int size = 1 + random.nextInt(3);
        String overflow = random.nextBoolean() ? null : queue();
        List<StepConfiguration> steps = new ArrayList<>();
        for (int position = 0; position < size; position++) {
            boolean isLast = position == size - 1 && overflow == null;
            boolean isFirst = position == 0;
            boolean needsQueue = isFirst && rule.queue() == null;
            Integer priority = random.nextInt(3) == 0 ? random.nextInt(5) * 25 : null;
            steps.add(new StepConfiguration(
                    needsQueue || random.nextBoolean() ? queue() : null,
                    priority,
                    isFirst || priority != null ? 0 : random.nextInt(3) * 400 - 400,
                    isFirst ? List.of() : skills(),
                    isLast ? 0 : time(),
                    !isLast && random.nextInt(3) == 0));
        }
        return new RuleSteps(steps, overflow);
    }

    /** Exception rules of most organizations, of which some are always there and others come and go. */
    Workflows workflows() {
        List<ExceptionRule> exceptions = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            if (random.nextBoolean()) {
                String queue = random.nextBoolean() ? null : queue();
                exceptions.add(new ExceptionRule("exception-" + number, queue, trigger(), actions(queue)));
            }
        }
        return new Workflows(exceptions, random.nextInt(4));
    }

    private ExceptionTrigger trigger() {
        TriggerKind kind = TriggerKind.values()[random.nextInt(TriggerKind.values().length)];
        return new ExceptionTrigger(
                kind,
                switch (kind) {
                    case WAIT, SLA_SLACK, ESTIMATE -> time();
                    case NO_ELIGIBLE -> 1_000 * MILLI + time();
                    case QUEUE_AHEAD, OFFERS_EXHAUSTED -> 1 + random.nextInt(3);
                    case SENTIMENT -> random.nextInt(10) * 1_000 - 5_000;
                });
    }

    private List<ExceptionAction> actions(@Nullable String queue) {
        List<ExceptionAction> actions = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            actions.add(ExceptionAction.of(ActionKind.SET_PRIORITY, random.nextInt(1_000)));
        }
        if (random.nextInt(3) == 0) {
            actions.add(ExceptionAction.require(List.of(new Requirement(SKILLS.get(random.nextInt(3)), 40))));
        }
        String target = queue();
        if (random.nextInt(3) == 0 && !target.equals(queue)) {
            actions.add(ExceptionAction.move(target, random.nextBoolean()));
        }
        if (random.nextInt(3) == 0) {
            actions.add(ExceptionAction.of(ActionKind.ADD_AGE, time()));
        }
        if (random.nextInt(3) == 0) {
            actions.add(ExceptionAction.relax(skills()));
        }
        if (random.nextInt(3) == 0) {
            actions.add(ExceptionAction.of(ActionKind.NOTIFY, "look"));
        }
        switch (random.nextInt(6)) {
            case 0 -> actions.add(ExceptionAction.of(ActionKind.PARK, 0));
            case 1 -> actions.add(ExceptionAction.of(ActionKind.CANCEL, 0));
            default -> actions.add(ExceptionAction.of(ActionKind.HUMAN_REVIEW, ""));
        }
        if (actions.size() > 1 && actions.get(actions.size() - 1).kind() == ActionKind.HUMAN_REVIEW) {
            actions.remove(actions.size() - 1);
        }
        return actions;
    }

    private long time() {
        return (1 + random.nextInt(5_000)) * MILLI;
    }

    private List<String> skills() {
        return random.nextBoolean() ? List.of() : List.of(SKILLS.get(random.nextInt(3)));
    }

    private String queue() {
        return queueIds.get(random.nextInt(queueIds.size()));
    }
}
