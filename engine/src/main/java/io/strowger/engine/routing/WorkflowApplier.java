package io.strowger.engine.routing;

import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DemandSet;
import io.strowger.engine.event.ExceptionRaised;
import io.strowger.engine.event.StepEntered;
import io.strowger.engine.event.WatchSet;

/** Applies what steps and exception rules do beside queueing. */
final class WorkflowApplier {
    /** Stands for the place of a rule when all have to be looked at. */
    static final int EVERY_RULE = -1;

    private final RouterState state;

    WorkflowApplier(RouterState state) {
        this.state = state;
    }

    /** A conversation is about to be queued: what it was is still there. */
    void queued(ConversationState conversation, ConversationQueued event) {
        WorkflowState workflow = conversation.workflow;
        switch (event.reason) {
            case ARRIVED, REOPENED -> {
                state.wheel.cancel(workflow.stepTimer);
                workflow.clear();
            }
            case RESCORED, RECLASSIFIED, TRANSFERRED -> leaveSteps(workflow);
            case UPDATED -> {
                // Where steps have brought it stays so under the same rule; only the priority is another.
                if (!workflow.touched || event.rule != conversation.rule) {
                    leaveSteps(workflow);
                }
            }
            case STEPPED, ESCALATED -> {
                workflow.touched = true;
                workflow.moves += event.queue == conversation.queue ? 0 : 1;
            }
            default -> {
                // It goes on where it was.
            }
        }
    }

    private void leaveSteps(WorkflowState workflow) {
        state.wheel.cancel(workflow.stepTimer);
        workflow.leaveSteps();
    }

    void stepEntered(OrganizationState organization, StepEntered event) {
        WorkflowState workflow = organization.conversation(event.conversation).workflow;
        state.wheel.cancel(workflow.stepTimer);
        workflow.rule = event.rule;
        workflow.step = event.step;
        workflow.endsAt = event.endsAt;
        workflow.stepTimer = event.endsAt == 0
                ? TimingWheel.NO_TIMER
                : state.wheel.arm(TimerKind.STEP, event.conversation, TimerKind.sub(organization, 0), event.endsAt);
    }

    void demandSet(OrganizationState organization, DemandSet event) {
        WorkflowState workflow = organization.conversation(event.conversation).workflow;
        workflow.demand.copyFrom(event.requirements);
        workflow.knowsDemand = true;
    }

    void raised(OrganizationState organization, ExceptionRaised event) {
        WorkflowState workflow = organization.conversation(event.conversation).workflow;
        workflow.raise(event.rule);
        organization.watches.clear(state.wheel, workflow);
    }

    void watchSet(OrganizationState organization, WatchSet event) {
        WorkflowState workflow = organization.conversation(event.conversation).workflow;
        organization.watches.set(state.wheel, workflow, event.at, event.position);
    }

    /** It waits no more, at least for now: neither steps nor exceptions go on. */
    void rest(ConversationState conversation) {
        WorkflowState workflow = conversation.workflow;
        state.wheel.cancel(workflow.stepTimer);
        workflow.stepTimer = TimingWheel.NO_TIMER;
        workflow.endsAt = 0;
        conversation.organization.watches.clear(state.wheel, workflow);
    }

    /** Puts the exception rules of a new configuration in force: for everybody who waits they are looked at at once. */
    void configured(OrganizationState organization, long now) {
        ExceptionTable before = organization.exceptions;
        organization.exceptions = ExceptionTable.of(organization.names);
        if (organization.exceptions.hasSameRules(before)) {
            return;
        }
        for (QueueState queue : organization.queues) {
            for (ConversationState each = queue.line.first(); each != null; each = each.behind) {
                organization.watches.set(state.wheel, each.workflow, now, EVERY_RULE);
            }
        }
    }
}
