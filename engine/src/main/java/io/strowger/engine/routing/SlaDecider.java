package io.strowger.engine.routing;

import io.strowger.engine.calendar.OpenHours;
import io.strowger.engine.command.NoteReply;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.event.AgentReplied;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaClockChanged;
import io.strowger.engine.event.SlaReviewed;
import io.strowger.engine.event.SlaStatus;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;

/**
 * Keeps promised times. After a command or a timer, each conversation that was changed is compared with how its promises
 * stand, and what differs is told; between two such comparisons a running one breaks by its timer.
 */
final class SlaDecider {
    /** So many conversations are fitted to a new configuration at once. */
    static final int MAX_REVIEWED = 256;

    private static final SlaClock[] CLOCKS = SlaClock.values();

    private final Scope scope;
    private final Remarks remarks;
    private final NoteReply reply = new NoteReply();

    SlaDecider(Scope scope, Remarks remarks) {
        this.scope = scope;
        this.remarks = remarks;
    }

    /** The agent who has a conversation says that its customer was answered. */
    Outcome reply(OrganizationState organization, ByteReader command) {
        reply.read(command);
        ConversationState conversation = organization.conversations.find(reply.conversation);
        Bytes agent = reply.agent;
        if (conversation == null || !agent.isEmpty() && organization.agentIndex.find(agent) == DomainEvent.NOBODY) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        Outcome refusal = remarks.refusal(conversation, reply.postscript());
        if (refusal != null) {
            return refusal;
        }
        boolean isAnothers = !agent.isEmpty() && organization.agentIndex.find(agent) != conversation.agent;
        if (conversation.agent == DomainEvent.NOBODY || isAnothers) {
            return Outcome.CONFLICT;
        }
        remarks.tell(conversation, agent, reply.postscript().reason);
        AgentReplied event = scope.events.agentReplied;
        event.conversation = conversation.id;
        event.agent = conversation.agent;
        scope.emit(organization, event);
        return Outcome.DONE;
    }

    /** Looks at the promises of everything that was changed. */
    void settle() {
        TouchedConversations touched = scope.state.touched;
        int count = touched.count();
        if (count == 0) {
            return;
        }
        ConversationState[] conversations = touched.sorted();
        for (int index = 0; index < count; index++) {
            settle(conversations[index]);
        }
        touched.clear();
    }

    /** A promise is broken. */
    void breach(ConversationState conversation, SlaClock clock) {
        SlaState sla = conversation.sla();
        long target = sla.targets[clock.code()];
        emit(conversation, clock, SlaStatus.BREACHED, Math.max(target, sla.consumed[clock.code()]), target);
    }

    /** Fits promises to the configuration in force, the oldest first. */
    void review(OrganizationState organization, ExceptionDecider exceptions) {
        int reviewed = 0;
        ConversationState each = organization.promised.first();
        while (each != null && reviewed < MAX_REVIEWED) {
            ConversationState behind = each.sla().behind;
            if (each.sla().terms != organization.queues[each.queue].terms) {
                settle(each);
                reviewed++;
                if (each.isWaiting()) {
                    exceptions.note(each, ExceptionDecider.QUEUED);
                }
            }
            each = behind;
        }
        SlaReviewed event = scope.events.slaReviewed;
        event.more = reviewed == MAX_REVIEWED;
        scope.emit(organization, event);
    }

    private void settle(ConversationState conversation) {
        if (conversation.queue == DomainEvent.NOBODY) {
            return;
        }
        ServiceTerms terms = conversation.organization.queues[conversation.queue].terms;
        SlaState sla = conversation.slaOrNull();
        if (sla == null && !terms.promises()) {
            return;
        }
        ServiceTerms before = conversation.sla().terms;
        for (SlaClock clock : CLOCKS) {
            settle(conversation, clock, before, terms);
        }
    }

    private void settle(ConversationState conversation, SlaClock clock, ServiceTerms before, ServiceTerms terms) {
        SlaState sla = conversation.sla();
        int code = clock.code();
        boolean isSame = sla.rounds[code] == sla.round(clock, conversation.stay);
        SlaStatus status = isSame ? sla.statuses[code] : SlaStatus.NONE;
        if (status == SlaStatus.MET || status == SlaStatus.BREACHED) {
            return;
        }
        long now = scope.now();
        long consumed = isSame ? sla.consumed[code] : 0;
        if (status == SlaStatus.RUNNING) {
            if (sla.dueAt[code] != 0 && sla.dueAt[code] < now) {
                breach(conversation, clock);
                return;
            }
            consumed += before.elapsed(sla.since[code], now);
        }
        long target = terms.target(clock);
        SlaStatus wanted = target == 0 ? SlaStatus.NONE : wanted(conversation, clock, status);
        boolean isCountedSo = wanted == status && (!wanted.isLive() || before == terms);
        if (!isCountedSo || !isSame && sla.statuses[code].isLive()) {
            emit(conversation, clock, wanted, consumed, target);
        }
    }

    private void emit(ConversationState conversation, SlaClock clock, SlaStatus status, long consumed, long target) {
        SlaClockChanged event = scope.events.slaClockChanged;
        event.conversation = conversation.id;
        event.clock = clock;
        event.status = status;
        event.consumedNanos = consumed;
        event.targetNanos = target;
        event.since = 0;
        event.dueAt = 0;
        if (status == SlaStatus.RUNNING) {
            ServiceTerms terms = conversation.organization.queues[conversation.queue].terms;
            long dueAt = terms.add(scope.now(), target - consumed);
            event.since = scope.now();
            event.dueAt = dueAt == OpenHours.NEVER ? 0 : dueAt;
        } else if (status == SlaStatus.BREACHED) {
            event.dueAt = conversation.sla().dueAt[clock.code()];
        }
        scope.emit(conversation.organization, event);
    }

    /** How a promise should stand, given how it stands, if it is not over. */
    private static SlaStatus wanted(ConversationState conversation, SlaClock clock, SlaStatus status) {
        SlaState sla = conversation.sla();
        boolean isAnswered = sla.answeredStay == conversation.stay;
        boolean isDone = switch (clock) {
            case TIME_TO_ASSIGN -> conversation.agent != DomainEvent.NOBODY;
            case FIRST_RESPONSE -> isAnswered;
            case NEXT_RESPONSE -> isAnswered && !sla.isAsked;
            case RESOLUTION -> false;
        };
        if (isDone || conversation.state == RouteState.COMPLETED || conversation.state == RouteState.WRAP_UP) {
            boolean wasPromised = clock != SlaClock.NEXT_RESPONSE || status.isLive();
            return wasPromised ? SlaStatus.MET : SlaStatus.NONE;
        }
        if (clock == SlaClock.NEXT_RESPONSE && !isAnswered) {
            return SlaStatus.NONE;
        }
        return switch (conversation.state) {
            case QUEUED, OFFERED, ASSIGNED -> SlaStatus.RUNNING;
            case PARKED, SCHEDULED, DORMANT, ABANDONED -> SlaStatus.PAUSED;
            default -> SlaStatus.NONE;
        };
    }
}
