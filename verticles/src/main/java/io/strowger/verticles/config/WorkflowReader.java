package io.strowger.verticles.config;

import io.strowger.engine.configuration.ActionKind;
import io.strowger.engine.configuration.ExceptionAction;
import io.strowger.engine.configuration.ExceptionRule;
import io.strowger.engine.configuration.ExceptionTrigger;
import io.strowger.engine.configuration.RuleSteps;
import io.strowger.engine.configuration.StepConfiguration;
import io.strowger.engine.configuration.TriggerKind;
import io.strowger.engine.configuration.Workflows;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads the steps of rules, and exception rules. */
final class WorkflowReader {
    /** A sentiment score of 1 as the engine counts it. */
    private static final int SCORE_ONE = 10_000;

    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(30).toNanos();

    private final Problems problems;
    private final RequirementReader requirements;

    WorkflowReader(Problems problems, RequirementReader requirements) {
        this.problems = problems;
        this.requirements = requirements;
    }

    RuleSteps steps(Fields rule) {
        return new RuleSteps(rule.list("steps", this::step), optional(rule, "overflow"));
    }

    private StepConfiguration step(Node node, String path) {
        Fields fields = new Fields(node, path, problems);
        StepConfiguration step = new StepConfiguration(
                optional(fields, "queue"),
                fields.integer("priority"),
                fields.integer("raise", 0),
                fields.texts("relax"),
                fields.nanos("timeout", 0),
                fields.truth("skipUnstaffed", false));
        fields.end();
        return step;
    }

    Workflows workflows(Fields organization, @Nullable Fields limits) {
        int usual = Workflows.NONE.maxMoves();
        int maxMoves = limits == null ? usual : limits.integer("maxMoves", usual);
        return new Workflows(organization.list("exceptions", this::exception), maxMoves);
    }

    private ExceptionRule exception(Node node, String path) {
        Fields fields = new Fields(node, path, problems);
        ExceptionRule rule = new ExceptionRule(
                fields.text("id"), optional(fields, "queue"), trigger(fields), fields.list("then", this::action));
        fields.end();
        return rule;
    }

    private ExceptionTrigger trigger(Fields fields) {
        fields.text("on");
        TriggerKind kind = fields.choice("on", TriggerKind.values(), TriggerKind.WAIT);
        long value = switch (kind) {
            case WAIT -> fields.nanos("after", 0);
            case NO_ELIGIBLE -> fields.nanos("every", LOOK_AGAIN_NANOS);
            case SLA_SLACK -> fields.nanos("below", 0);
            case ESTIMATE -> fields.nanos("above", 0);
            case QUEUE_AHEAD, OFFERS_EXHAUSTED -> fields.integer("count", 0);
            case SENTIMENT -> Math.round(fields.number("below", 0, -1, 1) * SCORE_ONE);
        };
        return new ExceptionTrigger(kind, value);
    }

    private ExceptionAction action(Node node, String path) {
        Fields fields = new Fields(node, path, problems);
        fields.text("do");
        ActionKind kind = fields.choice("do", ActionKind.values(), ActionKind.NOTIFY);
        ExceptionAction action = switch (kind) {
            case SET_PRIORITY -> ExceptionAction.of(kind, priority(fields));
            case ADD_AGE -> ExceptionAction.of(kind, fields.nanos("age", 0));
            case MOVE -> ExceptionAction.move(fields.text("queue"), fields.truth("keepAge", true));
            case RELAX -> ExceptionAction.relax(fields.texts("skills"));
            case ADD_REQUIREMENT -> ExceptionAction.require(requirements.read(fields, "requires"));
            case PARK, CANCEL -> ExceptionAction.of(kind, 0);
            case CALLBACK, NOTIFY, AUTO_REPLY, HUMAN_REVIEW -> ExceptionAction.of(kind, fields.text("text", ""));
        };
        fields.end();
        return action;
    }

    private static int priority(Fields fields) {
        fields.text("priority");
        return fields.integer("priority", 0);
    }

    private static @Nullable String optional(Fields fields, String key) {
        String text = fields.text(key, "");
        return text.isEmpty() ? null : text;
    }
}
