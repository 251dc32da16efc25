package io.strowger.engine.routing;

import static io.strowger.engine.routing.Shop.skill;

import io.strowger.engine.configuration.ActionKind;
import io.strowger.engine.configuration.BatchWeights;
import io.strowger.engine.configuration.ExceptionAction;
import io.strowger.engine.configuration.ExceptionRule;
import io.strowger.engine.configuration.ExceptionTrigger;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueBatch;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.QueueOffering;
import io.strowger.engine.configuration.QueueService;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.RulePreference;
import io.strowger.engine.configuration.RuleSteps;
import io.strowger.engine.configuration.StepConfiguration;
import io.strowger.engine.configuration.TriggerKind;
import io.strowger.engine.configuration.WhenClosed;
import io.strowger.engine.configuration.Workflows;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What an organization of a {@link RandomLife} does with waiting conversations: batches, picking, hours, steps, exceptions. */
final class RandomPolicies {
    private final Random random;

    RandomPolicies(Random random) {
        this.random = random;
    }

    /** The organization with other policies for its queues and rules; it must have a queue of the name general. */
    OrganizationConfiguration over(OrganizationConfiguration organization) {
        List<String> queues =
                organization.queues().stream().map(QueueConfiguration::id).toList();
        List<RuleConfiguration> rules =
                organization.rules().stream().map(rule -> rule(rule, queues)).toList();
        return organization
                .with(organization.queues().stream().map(this::queue).toList(), organization.calendars())
                .withRules(rules)
                .with(new Workflows(exceptions(queues), random.nextInt(4)));
    }

    private QueueConfiguration queue(QueueConfiguration queue) {
        QueueConfiguration changed = queue;
        if (random.nextInt(4) == 0) {
            changed = changed.with(new QueueBatch(
                    TimeUnit.MILLISECONDS.toNanos(1 + random.nextInt(4_000)), random.nextInt(3), BatchWeights.USUAL));
        } else if (!queue.autoAccept() && random.nextInt(6) == 0) {
            changed = changed.with(new QueueOffering(true));
        }
        QueueHours hours = queue.service().hours();
        if (hours.calendar() != null && !queue.id().equals("general")) {
            boolean moves = random.nextBoolean();
            changed = changed.with(new QueueService(
                    new QueueHours(
                            hours.calendar(),
                            moves ? WhenClosed.MOVE : WhenClosed.PARK,
                            moves ? "general" : null,
                            random.nextBoolean(),
                            random.nextBoolean()),
                    queue.service().targets()));
        }
        return changed;
    }

    private RuleConfiguration rule(RuleConfiguration rule, List<String> queues) {
        RuleConfiguration changed = random.nextInt(3) == 0
                ? rule.with(new RulePreference("manager", seconds(), random.nextBoolean()))
                : rule;
        if (rule.continues() || random.nextBoolean()) {
            return changed;
        }
        List<StepConfiguration> steps = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int step = 0; step < count; step++) {
            boolean raises = step > 0 && random.nextBoolean();
            steps.add(new StepConfiguration(
                    random.nextBoolean() ? null : any(queues),
                    raises || random.nextBoolean() ? null : random.nextInt(1_001),
                    raises ? 1 + random.nextInt(200) : 0,
                    step == 0 || random.nextBoolean() ? List.of() : List.of("tier"),
                    seconds(),
                    step < count - 1 && random.nextBoolean()));
        }
        return changed.with(new RuleSteps(steps, any(queues)));
    }

    private List<ExceptionRule> exceptions(List<String> queues) {
        List<ExceptionRule> exceptions = new ArrayList<>();
        int count = random.nextInt(4);
        for (int number = 0; number < count; number++) {
            TriggerKind kind = TriggerKind.values()[random.nextInt(TriggerKind.values().length)];
            long value = switch (kind) {
                case WAIT, SLA_SLACK, ESTIMATE, NO_ELIGIBLE -> seconds();
                case QUEUE_AHEAD, OFFERS_EXHAUSTED -> 1 + random.nextInt(3);
                case SENTIMENT -> -1_000;
            };
            exceptions.add(new ExceptionRule(
                    "exception-" + number, null, new ExceptionTrigger(kind, value), List.of(action(queues))));
        }
        return exceptions;
    }

    private ExceptionAction action(List<String> queues) {
        ActionKind kind = ActionKind.values()[random.nextInt(ActionKind.values().length)];
        return switch (kind) {
            case SET_PRIORITY -> ExceptionAction.of(kind, random.nextInt(1_001));
            case ADD_AGE -> ExceptionAction.of(kind, seconds());
            case MOVE -> ExceptionAction.move(any(queues), random.nextBoolean());
            case RELAX -> ExceptionAction.relax(List.of());
            case ADD_REQUIREMENT -> ExceptionAction.require(List.of(requirement()));
            case PARK, CANCEL -> ExceptionAction.of(kind, 0);
            case CALLBACK, NOTIFY, AUTO_REPLY, HUMAN_REVIEW -> ExceptionAction.of(kind, "look");
        };
    }

    private Requirement requirement() {
        return switch (random.nextInt(3)) {
            case 0 -> new Requirement("tier", 10, 60, 1, true, seconds());
            case 1 -> new Requirement("agent:a" + random.nextInt(9), 0).absent();
            default -> skill("tier", random.nextInt(60));
        };
    }

    private String any(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private long seconds() {
        return TimeUnit.MILLISECONDS.toNanos(1_000 + random.nextInt(30_000));
    }
}
