package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.configuration.RuleConfiguration;
import io.strowger.engine.configuration.StepConfiguration;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.StepEntered;
import java.util.ArrayList;
import java.util.List;

/** The steps that conversations take while they wait. */
final class Steps {
    private final Session session;

    Steps(Session session) {
        this.session = session;
    }

    /** A conversation is about to be queued. */
    void queueing(Organization organization, Conversation conversation, ConversationQueued event) {
        Progress progress = conversation.progress;
        switch (event.reason) {
            case ARRIVED, REOPENED -> {
                session.timers.cancel(Kind.STEP, organization.number, conversation.id, 0);
                progress.forgetSteps();
                progress.moves = 0;
                progress.refusals = 0;
                progress.raised.clear();
            }
            case RESCORED, RECLASSIFIED, UPDATED, TRANSFERRED -> {
                boolean onlyPriority =
                        event.reason == QueueReason.UPDATED && progress.touched && event.rule == conversation.rule;
                if (!onlyPriority) {
                    session.timers.cancel(Kind.STEP, organization.number, conversation.id, 0);
                    progress.forgetSteps();
                }
            }
            case STEPPED, ESCALATED -> {
                progress.touched = true;
                progress.moves += event.queue == conversation.queue ? 0 : 1;
            }
            default -> {
                // Its step stays what it is.
            }
        }
    }

    /** A conversation was queued as the rules say. */
    void begin(
            Organization organization,
            Conversation conversation,
            List<Requirement> demand,
            long endsAt,
            Changes changes) {
        if (!organization.names.configuration().hasWorkflows()) {
            return;
        }
        Alteration.tellDemand(session, organization, conversation, demand);
        List<StepConfiguration> steps = of(organization, conversation.rule);
        if (!steps.isEmpty()) {
            enter(
                    organization,
                    conversation,
                    conversation.rule,
                    0,
                    endsAt == 0 ? end(conversation, steps.get(0)) : endsAt);
            if (conversation.isWaiting() && isSkipped(organization, conversation, steps.get(0))) {
                next(organization, conversation, changes);
            }
        }
    }

    /** It waits again in the step it was in. */
    void resume(Organization organization, Conversation conversation) {
        Progress progress = conversation.progress;
        List<StepConfiguration> steps = of(organization, progress.rule);
        if (progress.endsAt == 0 && progress.step < steps.size()) {
            long endsAt = end(conversation, steps.get(progress.step));
            if (endsAt != 0) {
                enter(organization, conversation, progress.rule, progress.step, endsAt);
            }
        }
    }

    void next(Organization organization, Conversation conversation, Changes changes) {
        int rule = conversation.progress.rule;
        int next = conversation.progress.step + 1;
        List<StepConfiguration> steps = of(organization, rule);
        while (next < steps.size() && isSkipped(organization, conversation, steps.get(next))) {
            next++;
        }
        if (next >= steps.size()) {
            enter(organization, conversation, DomainEvent.NOBODY, 0, 0);
            return;
        }
        StepConfiguration step = steps.get(next);
        Alteration alteration = new Alteration(session, organization, conversation, QueueReason.STEPPED);
        if (step.queue() != null) {
            alteration.move(step.queue());
        }
        int priority = step.priority() == null ? conversation.priority : step.priority();
        alteration.place.priority = Math.min(1_000, Math.max(0, priority + step.raise()));
        if (!step.relax().isEmpty()) {
            alteration.relax(step.relax());
        }
        alteration.end(changes);
        enter(organization, conversation, rule, next, end(conversation, step));
    }

    /** A step that wants somebody who is there, and nobody is who could have it in that step. */
    private boolean isSkipped(Organization organization, Conversation conversation, StepConfiguration step) {
        if (!step.skipsUnstaffed()) {
            return false;
        }
        int queue = step.queue() == null
                ? conversation.queue
                : organization.names.queues().number(step.queue());
        List<Requirement> known = conversation.progress.demand;
        List<Requirement> asked = new ArrayList<>(known == null ? conversation.requirements : known);
        asked.addAll(organization.queue(queue).requirements());
        if (!step.relax().isEmpty()) {
            asked = Alteration.wished(asked, step.relax());
        }
        List<Requirement> then = Requirements.relaxed(asked, session.now - conversation.enteredAt);
        return Escalations.isUnserved(organization, conversation, queue, then);
    }

    private void enter(Organization organization, Conversation conversation, int rule, int step, long endsAt) {
        StepEntered event = new StepEntered();
        event.conversation = conversation.id;
        event.rule = rule;
        event.step = step;
        event.endsAt = endsAt;
        conversation.progress.rule = rule;
        conversation.progress.step = step;
        conversation.progress.endsAt = endsAt;
        session.timers.cancel(Kind.STEP, organization.number, conversation.id, 0);
        if (endsAt != 0) {
            session.timers.arm(Kind.STEP, organization.number, conversation.id, 0, endsAt);
        }
        session.emit(organization, event);
    }

    private long end(Conversation conversation, StepConfiguration step) {
        return step.timeoutNanos() == 0 || !conversation.isWaiting() ? 0 : session.now + step.timeoutNanos();
    }

    private static List<StepConfiguration> of(Organization organization, int rule) {
        for (RuleConfiguration each : organization.names.configuration().rules()) {
            if (organization.names.rules().number(each.id()) == rule) {
                return each.steps().all();
            }
        }
        return List.of();
    }
}
