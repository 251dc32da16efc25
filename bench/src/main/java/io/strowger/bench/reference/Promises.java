package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.engine.command.NoteReply;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.event.AgentReplied;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.SlaClockChanged;
import io.strowger.engine.event.SlaReviewed;
import io.strowger.engine.event.SlaStatus;
import java.util.ArrayList;
import java.util.List;

/** Keeps the times that queues promise. */
final class Promises {
    private static final int MAX_REVIEWED = 256;

    private final Session session;
    private final Changes changes;

    Promises(Session session, Changes changes) {
        this.session = session;
        this.changes = changes;
    }

    Outcome reply(Organization organization, NoteReply command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        int agent = organization.names.agents().number(command.agent.toText());
        if (conversation == null || !command.agent.isEmpty() && agent < 0) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        Outcome refusal = ConversationCommands.refusal(conversation, command.postscript());
        if (refusal != null) {
            return refusal;
        }
        if (conversation.agent == DomainEvent.NOBODY || !command.agent.isEmpty() && agent != conversation.agent) {
            return Outcome.CONFLICT;
        }
        changes.tellReason(organization, conversation, command.agent, command.postscript().reason);
        AgentReplied event = new AgentReplied();
        event.conversation = conversation.id;
        event.agent = conversation.agent;
        conversation.answeredStay = conversation.stay;
        conversation.isAsked = false;
        session.touched.add(conversation.id);
        session.emit(organization, event);
        return Outcome.DONE;
    }

    /** A configuration is in force. */
    void configured(Organization organization) {
        boolean changed = false;
        for (QueueConfiguration queue : organization.names.configuration().queues()) {
            int number = organization.names.queues().number(queue.id());
            ServiceTime time = ServiceTime.of(organization.names.configuration(), queue);
            ServiceTime known = organization.serviceTimes.get(number);
            if (known == null || !known.says(time)) {
                organization.serviceTimes.put(number, time);
                changed |= known != null || !time.isPlain();
            }
        }
        arm(organization, changed && !organization.promised.isEmpty());
    }

    void review(Organization organization, Escalations escalations) {
        List<Conversation> outdated = new ArrayList<>();
        for (Conversation conversation : organization.promised) {
            if (conversation.countedBy != organization.serviceTimes.get(conversation.queue)) {
                outdated.add(conversation);
            }
        }
        List<Conversation> first = outdated.subList(0, Math.min(MAX_REVIEWED, outdated.size()));
        for (Conversation conversation : first) {
            settle(organization, conversation);
            escalations.reviewed(organization, conversation);
        }
        SlaReviewed event = new SlaReviewed();
        event.more = first.size() == MAX_REVIEWED;
        arm(organization, event.more);
        session.emit(organization, event);
    }

    /** Looks at what was changed. */
    void settle() {
        List<Long> touched = List.copyOf(session.touched);
        session.touched.clear();
        for (Organization organization : session.organizations) {
            for (long id : touched) {
                Conversation conversation = organization.conversations.get(id);
                if (conversation != null && conversation.queue != DomainEvent.NOBODY) {
                    settle(organization, conversation);
                }
            }
        }
    }

    void breach(Organization organization, Conversation conversation, SlaClock clock) {
        Promise promise = conversation.promise(clock);
        SlaClockChanged event = new SlaClockChanged();
        event.dueAt = promise.dueAt;
        promise.consumed = Math.max(promise.consumed, promise.target);
        tell(organization, conversation, clock, SlaStatus.BREACHED, event);
    }

    private void settle(Organization organization, Conversation conversation) {
        ServiceTime before = conversation.countedBy;
        ServiceTime time = Organization.known(organization.serviceTimes.get(conversation.queue));
        for (SlaClock clock : SlaClock.values()) {
            Promise promise = conversation.promise(clock);
            int round = clock == SlaClock.NEXT_RESPONSE ? conversation.questions : conversation.stay;
            boolean wasLive = promise.status.isLive();
            if (promise.round == round && (promise.status == SlaStatus.MET || promise.status == SlaStatus.BREACHED)) {
                continue;
            }
            SlaStatus status = promise.round == round ? promise.status : SlaStatus.NONE;
            if (status == SlaStatus.RUNNING && promise.dueAt != 0 && promise.dueAt < session.now) {
                breach(organization, conversation, clock);
                continue;
            }
            SlaStatus wanted = time.target(clock) == 0
                    ? SlaStatus.NONE
                    : wanted(conversation, clock, wasLive && promise.round == round);
            boolean sameTime = before == time;
            if (wanted == status && (sameTime || !wanted.isLive()) && (promise.round == round || !wasLive)) {
                continue;
            }
            if (promise.round != round) {
                promise.consumed = 0;
            } else if (status == SlaStatus.RUNNING && before != null) {
                promise.consumed += before.elapsed(promise.since, session.now);
            }
            promise.round = round;
            promise.target = time.target(clock);
            SlaClockChanged event = new SlaClockChanged();
            if (wanted == SlaStatus.RUNNING) {
                event.since = session.now;
                event.dueAt = time.add(session.now, promise.target - promise.consumed);
            }
            tell(organization, conversation, clock, wanted, event);
        }
    }

    private void tell(
            Organization organization,
            Conversation conversation,
            SlaClock clock,
            SlaStatus status,
            SlaClockChanged event) {
        Promise promise = conversation.promise(clock);
        promise.status = status;
        promise.since = event.since;
        promise.dueAt = event.dueAt;
        event.conversation = conversation.id;
        event.clock = clock;
        event.status = status;
        event.consumedNanos = promise.consumed;
        event.targetNanos = promise.target;
        session.timers.cancel(Kind.SLA, organization.number, conversation.id, clock.code());
        if (status == SlaStatus.RUNNING && event.dueAt != 0) {
            session.timers.arm(Kind.SLA, organization.number, conversation.id, clock.code(), event.dueAt);
        }
        if (status.isLive()) {
            conversation.countedBy = organization.serviceTimes.get(conversation.queue);
        }
        boolean isPromised = conversation.promises.values().stream().anyMatch(each -> each.status.isLive());
        if (!isPromised) {
            organization.promised.remove(conversation);
        } else if (!organization.promised.contains(conversation)) {
            organization.promised.add(conversation);
        }
        session.emit(organization, event);
    }

    private static SlaStatus wanted(Conversation conversation, SlaClock clock, boolean isLive) {
        boolean answered = conversation.answeredStay == conversation.stay;
        boolean over = conversation.state == RouteState.COMPLETED || conversation.state == RouteState.WRAP_UP;
        switch (clock) {
            case TIME_TO_ASSIGN -> over |= conversation.agent != DomainEvent.NOBODY;
            case FIRST_RESPONSE -> over |= answered;
            case NEXT_RESPONSE -> {
                over |= answered && !conversation.isAsked;
                if (over && !isLive || !answered && !over) {
                    return SlaStatus.NONE;
                }
            }
            case RESOLUTION -> {}
        }
        if (over) {
            return SlaStatus.MET;
        }
        return switch (conversation.state) {
            case QUEUED, OFFERED, ASSIGNED -> SlaStatus.RUNNING;
            case PARKED, SCHEDULED, DORMANT, ABANDONED -> SlaStatus.PAUSED;
            default -> SlaStatus.NONE;
        };
    }

    private void arm(Organization organization, boolean due) {
        session.timers.cancel(Kind.SLA_REVIEW, organization.number, 0, 0);
        if (due) {
            session.timers.arm(Kind.SLA_REVIEW, organization.number, 0, 0, session.now);
        }
    }
}
