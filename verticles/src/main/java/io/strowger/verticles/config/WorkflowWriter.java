package io.strowger.verticles.config;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strowger.engine.configuration.ExceptionAction;
import io.strowger.engine.configuration.ExceptionRule;
import io.strowger.engine.configuration.RuleSteps;
import io.strowger.engine.configuration.StepConfiguration;

/** Writes the steps of rules, and exception rules, as {@link WorkflowReader} reads them. */
final class WorkflowWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final double SCORE_ONE = 10_000;

    private WorkflowWriter() {}

    static void steps(RuleSteps steps, ObjectNode rule) {
        if (!steps.isEmpty()) {
            rule.set("steps", OrganizationWriter.list(steps.steps(), WorkflowWriter::step));
        }
        if (steps.overflowQueue() != null) {
            rule.put("overflow", steps.overflowQueue());
        }
    }

    private static ObjectNode step(StepConfiguration step) {
        ObjectNode node = NODES.objectNode();
        if (step.queue() != null) {
            node.put("queue", step.queue());
        }
        if (step.priority() != null) {
            node.put("priority", step.priority());
        }
        if (step.raise() != 0) {
            node.put("raise", step.raise());
        }
        if (!step.relax().isEmpty()) {
            node.set("relax", OrganizationWriter.list(step.relax(), NODES::textNode));
        }
        if (step.timeoutNanos() > 0) {
            node.put("timeout", OrganizationWriter.duration(step.timeoutNanos()));
        }
        return node.put("skipUnstaffed", step.skipsUnstaffed());
    }

    static ObjectNode exception(ExceptionRule rule) {
        ObjectNode node = NODES.objectNode().put("id", rule.id());
        if (rule.queue() != null) {
            node.put("queue", rule.queue());
        }
        node.put("on", Fields.shown(rule.trigger().kind()));
        long value = rule.trigger().value();
        switch (rule.trigger().kind()) {
            case WAIT -> node.put("after", OrganizationWriter.duration(value));
            case NO_ELIGIBLE -> node.put("every", OrganizationWriter.duration(value));
            case SLA_SLACK -> node.put("below", OrganizationWriter.duration(value));
            case ESTIMATE -> node.put("above", OrganizationWriter.duration(value));
            case QUEUE_AHEAD, OFFERS_EXHAUSTED -> node.put("count", value);
            case SENTIMENT -> node.put("below", value / SCORE_ONE);
        }
        node.set("then", OrganizationWriter.list(rule.actions(), WorkflowWriter::action));
        return node;
    }

    private static ObjectNode action(ExceptionAction action) {
        ObjectNode node = NODES.objectNode().put("do", Fields.shown(action.kind()));
        switch (action.kind()) {
            case SET_PRIORITY -> node.put("priority", action.value());
            case ADD_AGE -> node.put("age", OrganizationWriter.duration(action.value()));
            case MOVE -> node.put("queue", action.queue()).put("keepAge", action.keepsAge());
            case RELAX -> node.set("skills", OrganizationWriter.list(action.skills(), NODES::textNode));
            case ADD_REQUIREMENT -> node.set("requires", OrganizationWriter.requirements(action.requirements()));
            case CALLBACK, NOTIFY, AUTO_REPLY, HUMAN_REVIEW -> node.put("text", action.text());
            case PARK, CANCEL -> {
                // They say everything.
            }
        }
        return node;
    }
}
