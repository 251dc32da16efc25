package io.strowger.engine.routing;

import io.strowger.engine.event.AgentReplied;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaClockChanged;
import io.strowger.engine.event.SlaReviewed;
import io.strowger.engine.event.SlaStatus;

/** Applies what happens to promised times. */
final class SlaApplier {
    private final RouterState state;

    SlaApplier(RouterState state) {
        this.state = state;
    }

    /** Takes the terms of a new configuration, and has those counted by others looked over at once. */
    void configured(OrganizationState organization, long now) {
        boolean changed = false;
        for (QueueState queue : organization.queues) {
            if (queue.removed) {
                continue;
            }
            ServiceTerms terms =
                    new ServiceTerms(queue.configuration.service().targets(), organization.calendars, queue.calendar);
            if (!terms.equalTo(queue.terms)) {
                queue.terms = terms;
                changed = true;
            }
        }
        organization.promises = false;
        for (QueueState queue : organization.queues) {
            organization.promises |= queue.terms.promises();
        }
        arm(organization, changed && organization.promised.size() > 0, now);
    }

    void reviewed(OrganizationState organization, SlaReviewed event, long now) {
        arm(organization, event.more, now);
    }

    void changed(OrganizationState organization, SlaClockChanged event) {
        ConversationState conversation = organization.conversation(event.conversation);
        SlaState sla = conversation.sla();
        int clock = event.clock.code();
        sla.live += (event.status.isLive() ? 1 : 0) - (sla.statuses[clock].isLive() ? 1 : 0);
        sla.statuses[clock] = event.status;
        sla.consumed[clock] = event.consumedNanos;
        sla.targets[clock] = event.targetNanos;
        sla.since[clock] = event.since;
        sla.dueAt[clock] = event.dueAt;
        sla.rounds[clock] = sla.round(event.clock, conversation.stay);
        if (event.status.isLive()) {
            sla.terms = organization.queues[conversation.queue].terms;
        }
        state.wheel.cancel(sla.timers[clock]);
        boolean isDue = event.status == SlaStatus.RUNNING && event.dueAt != 0;
        sla.timers[clock] = isDue
                ? state.wheel.arm(TimerKind.SLA, conversation.id, TimerKind.sub(organization, clock), event.dueAt)
                : TimingWheel.NO_TIMER;
        if (sla.live > 0) {
            organization.promised.add(conversation);
        } else {
            organization.promised.remove(conversation);
        }
        organization.statistics.sla.count(event.clock, event.status);
    }

    void replied(OrganizationState organization, AgentReplied event) {
        ConversationState conversation = organization.changed(event.conversation, state.sequence);
        SlaState sla = conversation.sla();
        sla.answeredStay = conversation.stay;
        sla.isAsked = false;
        state.touched.add(conversation);
    }

    /** The customer wrote. */
    static void asked(ConversationState conversation) {
        SlaState sla = conversation.slaOrNull();
        if (sla != null && sla.answeredStay > 0 && sla.answeredStay == conversation.stay && !sla.isAsked) {
            sla.isAsked = true;
            sla.questions++;
        }
    }

    /** The conversation is forgotten. */
    void forgotten(ConversationState conversation) {
        SlaState sla = conversation.slaOrNull();
        if (sla != null) {
            for (SlaClock clock : SlaClock.values()) {
                state.wheel.cancel(sla.timers[clock.code()]);
            }
            conversation.organization.promised.remove(conversation);
        }
    }

    private void arm(OrganizationState organization, boolean due, long now) {
        state.wheel.cancel(organization.slaTimer);
        organization.slaTimer = due
                ? state.wheel.arm(TimerKind.SLA_REVIEW, organization.number, TimerKind.sub(organization, 0), now)
                : TimingWheel.NO_TIMER;
    }
}
