package io.strowger.engine.routing;

import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DelayElapsed;
import io.strowger.engine.event.ExclusionEnded;
import io.strowger.engine.event.ExclusionSoftened;
import io.strowger.engine.event.FairnessWindowStarted;
import io.strowger.engine.event.PreferenceEnded;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RequirementsRelaxed;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.internal.InvariantViolation;

/** Fires the timers that are due, in the order of (dueAt, seq); after each, whatever it made possible is matched. */
final class TimerDecider {
    /** What one command fires at most; the rest is due in the next. */
    static final int MAX_FIRED = 256;

    /** No further timer fires in a record with this many events. */
    static final int MAX_EVENTS = 16_384;

    private final Scope scope;
    private final Matching matching;
    private final OfferDecider offers;
    private final AgentDecider agents;
    private final ReturnDecider returns;
    private final Placement placement;
    private final Closing closing;
    private final LifecycleDecider lifecycle;
    private final CalendarDecider calendars;
    private final StepDecider steps;
    private final ExceptionDecider exceptions;
    private final SlaDecider promises;
    private final Timer timer = new Timer();

    TimerDecider(
            Scope scope,
            Matching matching,
            OfferDecider offers,
            AgentDecider agents,
            ReturnDecider returns,
            Placement placement,
            Closing closing,
            LifecycleDecider lifecycle,
            CalendarDecider calendars,
            StepDecider steps,
            ExceptionDecider exceptions,
            SlaDecider promises) {
        this.scope = scope;
        this.matching = matching;
        this.offers = offers;
        this.agents = agents;
        this.returns = returns;
        this.placement = placement;
        this.closing = closing;
        this.lifecycle = lifecycle;
        this.calendars = calendars;
        this.steps = steps;
        this.exceptions = exceptions;
        this.promises = promises;
    }

    void fireDue() {
        int fired = 0;
        while (fired < MAX_FIRED
                && scope.record().eventCount() < MAX_EVENTS
                && !exceptions.isSpent()
                && scope.state.wheel.poll(scope.now(), timer)) {
            int before = scope.record().eventCount();
            OrganizationState organization = scope.state.organization(TimerKind.organization(timer));
            fire(organization);
            exceptions.run(promises);
            matching.run();
            promises.settle();
            if (scope.record().eventCount() > before) {
                closing.trim(organization);
                fired++;
            }
        }
    }

    private void fire(OrganizationState organization) {
        int index = TimerKind.index(timer);
        switch (timer.kind) {
            case TimerKind.OFFER_EXPIRY -> offers.expire(organization, organization.offer(timer.owner));
            case TimerKind.EXCLUSION ->
                endExclusion(organization, organization.conversation(timer.owner), organization.agents[index]);
            case TimerKind.PREFERENCE -> {
                PreferenceEnded event = scope.events.preferenceEnded;
                event.conversation = timer.owner;
                scope.emit(organization, event);
            }
            case TimerKind.WRAP_UP -> closing.complete(organization.conversation(timer.owner));
            case TimerKind.FORGETTING -> closing.forget(organization.conversation(timer.owner));
            case TimerKind.CONNECTION_GRACE -> agents.lose(organization, organization.agents[index]);
            case TimerKind.RETURN_GRACE -> returns.returnAll(organization, organization.agents[index]);
            case TimerKind.REVIEW -> returns.review(organization, organization.agents[index]);
            case TimerKind.START -> lifecycle.start(organization.conversation(timer.owner));
            case TimerKind.TIME_TO_LIVE -> lifecycle.expire(organization.conversation(timer.owner));
            case TimerKind.NEXT_STATUS -> agents.takeNextStatus(organization, organization.agents[index]);
            case TimerKind.SLA -> promises.breach(organization.conversation(timer.owner), SlaClock.ofCode(index));
            case TimerKind.SLA_REVIEW -> promises.review(organization, exceptions);
            case TimerKind.CALENDAR_EDGE -> calendars.turn(organization, index);
            case TimerKind.QUEUE_HOURS -> calendars.move(organization, organization.queues[index]);
            case TimerKind.DRAIN -> drain(organization.queues[index]);
            case TimerKind.DELAY -> delay(organization.conversation(timer.owner));
            case TimerKind.RELAXATION -> relax(organization.conversation(timer.owner));
            case TimerKind.FAIRNESS -> startWindow(organization);
            case TimerKind.BATCH -> matching.closeBatch(organization, organization.queues[index]);
            case TimerKind.STEP -> steps.next(organization.conversation(timer.owner));
            case TimerKind.EXCEPTIONS -> exceptions.fire(organization);
            default -> throw new InvariantViolation("there is no timer of the kind " + timer.kind);
        }
    }

    private void endExclusion(OrganizationState organization, ConversationState conversation, AgentState agent) {
        Exclusion exclusion = conversation.exclusions.find(agent);
        if (exclusion != null && exclusion.softenedAt != 0 && !exclusion.soft) {
            ExclusionSoftened event = scope.events.exclusionSoftened;
            event.conversation = conversation.id;
            event.agent = agent.index;
            scope.emit(organization, event);
        } else {
            ExclusionEnded event = scope.events.exclusionEnded;
            event.conversation = conversation.id;
            event.agent = agent.index;
            scope.emit(organization, event);
        }
    }

    private void delay(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        long[] delays = organization.queues[conversation.queue].delays;
        DelayElapsed event = scope.events.delayElapsed;
        event.conversation = conversation.id;
        event.reach = conversation.reach + 1;
        event.delayNanos = delays[conversation.reach];
        event.nextAt = event.reach < delays.length ? conversation.enteredAt + delays[event.reach] : 0;
        scope.emit(organization, event);
    }

    private void relax(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        Signature signature = conversation.signature();
        RequirementsRelaxed event = scope.events.requirementsRelaxed;
        event.conversation = conversation.id;
        event.requirements.set(signature.relaxed);
        event.signature = organization.signatures.numberOf(organization.capacity(conversation), event.requirements);
        event.nextAt = signature.relaxNextAfterNanos == 0 ? 0 : conversation.enteredAt + signature.relaxNextAfterNanos;
        scope.emit(organization, event);
    }

    private void startWindow(OrganizationState organization) {
        FairnessWindowStarted event = scope.events.fairnessWindowStarted;
        event.startedAt = scope.now();
        event.until = Fairness.end(scope.now(), organization.limits.fairnessWindowNanos());
        scope.emit(organization, event);
    }

    /** Moves the first of a removed queue's conversations to the fallback queue; the next one has its own timer. */
    private void drain(QueueState queue) {
        ConversationState conversation = queue.line.first();
        if (conversation == null) {
            throw new InvariantViolation("queue " + queue.index + " has nothing to move");
        }
        ConversationQueued event = placement.again(conversation, QueueReason.MOVED);
        placement.prefer(conversation, event, conversation.preferredAgent, conversation.preferredUntil);
        placement.queue(conversation, event);
    }
}
