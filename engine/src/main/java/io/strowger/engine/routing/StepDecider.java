package io.strowger.engine.routing;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.configuration.StepConfiguration;
import io.strowger.engine.event.DemandSet;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.StepEntered;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.rules.RuleOutcome;
import io.strowger.engine.rules.RuleSet;
import io.strowger.engine.rules.Terms;
import java.util.ArrayList;
import java.util.List;

/** Leads waiting conversations through the steps of their rules. */
final class StepDecider {
    private final Scope scope;
    private final Placement placement;
    private final RuleSets ruleSets;

    StepDecider(Scope scope, Placement placement, RuleSets ruleSets) {
        this.scope = scope;
        this.placement = placement;
        this.ruleSets = ruleSets;
    }

    /** The rules were asked, and the conversation is queued as they say: it is in the first step, if there are steps. */
    void begin(ConversationState conversation, RuleOutcome outcome, long endsAt) {
        OrganizationState organization = conversation.organization;
        RuleSet rules = ruleSets.of(organization);
        if (!rules.hasWorkflows()) {
            return;
        }
        DemandSet demand = scope.events.demandSet;
        demand.conversation = conversation.id;
        demand.requirements.set(outcome.ownTerms.requirements());
        scope.emit(organization, demand);
        List<StepConfiguration> steps = rules.steps(outcome.rule);
        if (!steps.isEmpty()) {
            enter(conversation, conversation.rule, 0, endsAt != 0 ? endsAt : endOf(conversation, steps.get(0)));
            if (conversation.isWaiting() && isSkipped(conversation, steps.get(0))) {
                next(conversation);
            }
        }
    }

    /** A conversation that is in a step waits again: the step begins anew. */
    void resume(ConversationState conversation) {
        WorkflowState workflow = conversation.workflow;
        if (workflow.rule == DomainEvent.NOBODY || workflow.endsAt != 0) {
            return;
        }
        List<StepConfiguration> steps = steps(conversation);
        if (workflow.step < steps.size() && steps.get(workflow.step).timeoutNanos() > 0) {
            enter(conversation, workflow.rule, workflow.step, endOf(conversation, steps.get(workflow.step)));
        }
    }

    /** The present step's time is up. */
    void next(ConversationState conversation) {
        WorkflowState workflow = conversation.workflow;
        List<StepConfiguration> steps = steps(conversation);
        int next = workflow.step + 1;
        while (next < steps.size() && isSkipped(conversation, steps.get(next))) {
            next++;
        }
        if (next >= steps.size()) {
            // Another configuration has taken the step away: it stays where it is.
            enter(conversation, DomainEvent.NOBODY, 0, 0);
            return;
        }
        OrganizationState organization = conversation.organization;
        StepConfiguration step = steps.get(next);
        int rule = workflow.rule;
        Alteration alteration = new Alteration(scope, placement, conversation, QueueReason.STEPPED);
        if (step.queue() != null) {
            alteration.move(organization.names.queues().number(step.queue()));
        }
        alteration.event().priority = step.priority(conversation.priority);
        if (!step.relax().isEmpty()) {
            alteration.relax(step.relax());
        }
        alteration.end();
        enter(conversation, rule, next, endOf(conversation, step));
    }

    /** Whether a step is for those only whom somebody who is logged in could serve there, and nobody could. */
    private boolean isSkipped(ConversationState conversation, StepConfiguration step) {
        if (!step.skipsUnstaffed()) {
            return false;
        }
        OrganizationState organization = conversation.organization;
        int queue = step.queue() == null
                ? conversation.queue
                : organization.names.queues().number(step.queue());
        CapacityClass capacity = organization.capacity(conversation);
        Bytes asked = asked(conversation, step, organization.queues[queue]);
        for (AgentState agent : organization.agents) {
            if (Staffing.isThere(agent, queue, capacity) && organization.signatures.areMet(agent, capacity, asked)) {
                return false;
            }
        }
        return true;
    }

    /** What a conversation would ask in a step. */
    private Bytes asked(ConversationState conversation, StepConfiguration step, QueueState queue) {
        WorkflowState workflow = conversation.workflow;
        Bytes demand = workflow.knowsDemand ? workflow.demand.content() : conversation.signature().requirements;
        List<Requirement> asked = new ArrayList<>(Requirements.read(new ByteReader().wrap(demand)));
        asked.addAll(queue.configuration.requirements());
        List<Requirement> wished = step.relax().isEmpty() ? asked : Requirements.wished(asked, step.relax());
        return Terms.canonical(Requirements.relaxed(wished, scope.now() - conversation.enteredAt));
    }

    /** When a step ends; never, while the conversation was set aside because the step's queue is closed. */
    private long endOf(ConversationState conversation, StepConfiguration step) {
        boolean ends = conversation.isWaiting() && step.timeoutNanos() > 0;
        return ends ? scope.now() + step.timeoutNanos() : 0;
    }

    private List<StepConfiguration> steps(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        int position = organization.positionOfRule(conversation.workflow.rule);
        return ruleSets.of(organization).steps(position);
    }

    private void enter(ConversationState conversation, int rule, int step, long endsAt) {
        StepEntered event = scope.events.stepEntered;
        event.conversation = conversation.id;
        event.rule = rule;
        event.step = step;
        event.endsAt = endsAt;
        scope.emit(conversation.organization, event);
    }
}
