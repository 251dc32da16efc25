package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.AssignmentForced;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationCancelled;
import io.strowger.engine.event.ConversationCompleted;
import io.strowger.engine.event.ConversationForgotten;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationRested;
import io.strowger.engine.event.ConversationWoken;
import io.strowger.engine.event.DelayElapsed;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.FairnessWindowStarted;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.OpeningAwaited;
import io.strowger.engine.event.PreferenceEnded;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.ReasonGiven;
import io.strowger.engine.event.RequirementsRelaxed;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.SlaClock;
import io.strowger.engine.event.TransferFailed;
import io.strowger.engine.event.TransferStarted;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.rules.Terms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to conversations and offers: each method changes the state and says so in an event. */
final class Changes {
    private final Session session;
    private final Exclusions exclusions;
    private final Steps steps;
    private final Escalations escalations;

    Changes(Session session, Exclusions exclusions, Steps steps, Escalations escalations) {
        this.session = session;
        this.exclusions = exclusions;
        this.steps = steps;
        this.escalations = escalations;
    }

    /** Puts a conversation into a queue, or where that leads while it is closed: elsewhere, or aside. */
    void queue(
            Organization organization, Conversation conversation, ConversationQueued event, List<Requirement> asked) {
        int queue = destination(organization, conversation, event);
        if (queue != event.queue) {
            event.queue = queue;
            int preferred = event.preferredAgent;
            event.preferredAgent = DomainEvent.NOBODY;
            if (!Placement.prefer(organization, event, asked, preferred, event.preferredUntil)) {
                event.preferredUntil = 0;
            }
        }
        boolean waitsThere = conversation.isWaiting() && conversation.queue == queue;
        queueAnyway(organization, conversation, event, asked);
        if (!waitsThere && organization.setsAside(queue)) {
            awaitOpening(organization, conversation);
        }
    }

    /** Where an event leads at this hour: what waits in a queue stays there, unless that is cleared. */
    int destination(Organization organization, Conversation conversation, ConversationQueued event) {
        boolean stays = conversation.isWaiting() && conversation.queue == event.queue;
        return stays && event.reason != QueueReason.CLOSED ? event.queue : organization.destination(event.queue);
    }

    /** Sets a conversation aside until its queue opens. */
    void awaitOpening(Organization organization, Conversation conversation) {
        park(organization, conversation);
        organization.awaiting.add(conversation);
        OpeningAwaited event = new OpeningAwaited();
        event.conversation = conversation.id;
        event.opensAt = Organization.known(organization.nextTurns.get(
                organization.hours(conversation.queue).calendar()));
        session.emit(organization, event);
    }

    /**
     * Puts a conversation into a queue whatever its hours are, or changes its terms there. The event lacks what is computed
     * from the terms.
     */
    void queueAnyway(
            Organization organization, Conversation conversation, ConversationQueued event, List<Requirement> asked) {
        for (Offer offer : conversation.offersByAgent()) {
            if (!staysWith(organization, conversation, event, offer)
                    || !organization.agent(offer.agent).meets(asked)) {
                endOffer(organization, offer, OfferOutcome.RESCINDED);
            }
        }
        Signature signature = organization.signature(conversation, asked);
        if (!organization.signatures.contains(signature)) {
            organization.signatures.add(signature);
            organization.lookAtAgents();
        }
        organization.awaiting.remove(conversation);
        steps.queueing(organization, conversation, event);
        boolean enters = !conversation.isWaiting() || conversation.queue != event.queue;
        boolean staysInLine = conversation.isWaiting() && conversation.queue == event.queue;
        if (conversation.isWaiting() && !staysInLine) {
            leaveLine(organization, conversation);
        }
        if (conversation.isClosed()) {
            session.timers.cancel(Kind.FORGETTING, organization.number, conversation.id, 0);
            organization.closed.remove(conversation);
        }
        conversation.enteredAt = conversation.isWaiting() ? conversation.enteredAt : session.now;
        session.timers.cancel(Kind.START, organization.number, conversation.id, 0);
        conversation.transfers = conversation.stay == event.stay ? conversation.transfers : 0;
        conversation.stay = event.stay;
        conversation.queue = event.queue;
        conversation.priority = event.priority;
        conversation.queuedAt = event.queuedAt;
        conversation.age = event.age;
        conversation.dueAt = event.dueAt;
        QueueConfiguration queue = organization.queue(event.queue);
        ServiceTime time = Organization.known(organization.serviceTimes.get(event.queue));
        conversation.businessDue = time.hasCalendar()
                ? time.add(event.queuedAt - event.age, queue.matching().targetNanos())
                : 0;
        conversation.requirements = asked;
        conversation.tags = event.tags.toText();
        conversation.rule = event.rule;
        conversation.version = event.version;
        conversation.requeues = event.requeues;
        forgetPreference(organization, conversation);
        if (event.preferredAgent != DomainEvent.NOBODY) {
            conversation.preferredAgent = event.preferredAgent;
            conversation.preferredUntil = event.preferredUntil;
            session.timers.arm(Kind.PREFERENCE, organization.number, conversation.id, 0, event.preferredUntil);
        }
        if (!staysInLine) {
            organization.line.add(conversation);
            organization.forecast(event.queue).entered(conversation, session.now);
            conversation.passed = 0;
            startDelays(organization, conversation);
        }
        armRelaxation(organization, conversation);
        waits(organization, conversation);
        event.orderKey = organization.orderKey(event.queue, conversation);
        event.signature = organization.signatures.indexOf(signature);
        event.requirements.set(Terms.canonical(asked));
        session.emit(organization, event);
        steps.resume(organization, conversation);
        escalations.queued(organization, conversation, enters);
    }

    /** Whether an offer can go on: in the same queue, or in one to which it was led, where its agent is asked as well. */
    private static boolean staysWith(
            Organization organization, Conversation conversation, ConversationQueued event, Offer offer) {
        boolean isLed = event.reason == QueueReason.STEPPED || event.reason == QueueReason.ESCALATED;
        return event.queue == conversation.queue
                || isLed
                        && organization.serves(organization.agent(offer.agent), event.queue)
                        && !organization.setsAside(event.queue)
                        && conversation.offers.size()
                                <= organization.queue(event.queue).matching().concurrentOffers();
    }

    void offer(Organization organization, Conversation conversation, Agent agent, int eligible, long strategyKey) {
        OfferMade event = new OfferMade();
        event.offer = ++session.lastOffer;
        event.conversation = conversation.id;
        event.agent = agent.number;
        event.queue = conversation.queue;
        event.cost = organization.channel(conversation).cost();
        event.offeredAt = session.now;
        event.expiresAt = session.now + organization.queue(conversation.queue).offerTimeoutNanos();
        event.eligibleAgents = eligible;
        event.strategyKey = strategyKey;
        Offer offer = new Offer(event.offer, conversation, agent.number, event.cost);
        organization.offers.put(offer.id, offer);
        session.timers.arm(Kind.OFFER_EXPIRY, organization.number, conversation.id, agent.number, event.expiresAt);
        conversation.offers.add(offer);
        if (conversation.state != RouteState.ASSIGNED) {
            conversation.state = RouteState.OFFERED;
            organization.forecast(conversation.queue).asked(conversation, session.now);
        }
        agent.offers.add(offer);
        asked(organization, conversation, agent);
        session.emit(organization, event);
    }

    /** Ends a conversation's pending offers without fault of their agents, by the agents' numbers. */
    void endOffers(Organization organization, Conversation conversation, OfferOutcome outcome) {
        conversation.offersByAgent().forEach(offer -> endOffer(organization, offer, outcome));
    }

    /** Ends a pending offer without fault of its agent. */
    void endOffer(Organization organization, Offer offer, OfferOutcome outcome) {
        endOffer(organization, offer, outcome, organization.agent(offer.agent).missCount, false);
    }

    /** Ends a pending offer; unless it was accepted, the capacity is free and the conversation looks for the next one. */
    void endOffer(Organization organization, Offer offer, OfferOutcome outcome, int missCount, boolean excludes) {
        endOffer(organization, offer, outcome, missCount, excludes, 0);
    }

    /** The same; the agent may have said from when to be asked again, else 0. */
    void endOffer(
            Organization organization,
            Offer offer,
            OfferOutcome outcome,
            int missCount,
            boolean excludes,
            long retryAt) {
        Conversation conversation = offer.conversation;
        Agent agent = organization.agent(offer.agent);
        OfferEnded event = new OfferEnded();
        event.offer = offer.id;
        event.conversation = conversation.id;
        event.agent = agent.number;
        event.outcome = outcome;
        event.missCount = missCount;
        offer.outcome = outcome;
        agent.missCount = missCount;
        conversation.offers.remove(offer);
        if (outcome != OfferOutcome.ACCEPTED) {
            agent.offers.remove(offer);
        }
        session.timers.cancel(Kind.OFFER_EXPIRY, organization.number, conversation.id, agent.number);
        boolean isTransfer = conversation.state == RouteState.ASSIGNED;
        boolean isRefused = outcome == OfferOutcome.DECLINED || outcome == OfferOutcome.EXPIRED;
        if (isRefused && !isTransfer) {
            conversation.progress.refusals++;
            escalations.refused(organization, conversation);
        }
        if (outcome != OfferOutcome.ACCEPTED && !isTransfer) {
            waits(organization, conversation);
        }
        Exclusion exclusion = null;
        if (excludes && !isTransfer) {
            exclusion = retryAt == 0
                    ? exclusions.add(organization, conversation, agent)
                    : exclusions.add(organization, conversation, agent, retryAt);
        }
        event.excludedUntil = exclusion == null ? 0 : exclusion.until();
        event.softenedAt = exclusion == null ? 0 : exclusion.softenedAt();
        session.emit(organization, event);
        if (isTransfer) {
            TransferFailed failed = new TransferFailed();
            failed.assignment = conversation.assignment;
            failed.conversation = conversation.id;
            failed.agent = conversation.agent;
            failed.toAgent = agent.number;
            failed.outcome = outcome;
            session.emit(organization, failed);
        }
    }

    /** Takes back the offer to whoever was to take the conversation over. */
    void endTransfer(Organization organization, Conversation conversation, OfferOutcome outcome) {
        if (conversation.isBeingTransferred()) {
            endOffers(organization, conversation, outcome);
        }
    }

    /** Asks another agent to take a conversation over from the one who has it. */
    void startTransfer(Organization organization, Conversation conversation, Agent to, long strategyKey) {
        TransferStarted event = new TransferStarted();
        event.assignment = conversation.assignment;
        event.conversation = conversation.id;
        event.agent = conversation.agent;
        event.toAgent = to.number;
        session.emit(organization, event);
        offer(organization, conversation, to, 1, strategyKey);
    }

    /** Says that a supervisor gives a conversation to an agent. */
    void force(Organization organization, Conversation conversation, Agent agent, boolean overCapacity, Bytes by) {
        AssignmentForced event = new AssignmentForced();
        event.conversation = conversation.id;
        event.agent = agent.number;
        event.overCapacity = overCapacity;
        event.by.set(by);
        session.emit(organization, event);
    }

    /** The customer has to answer: the agent's capacity is free. */
    void rest(Organization organization, Conversation conversation) {
        Agent agent = organization.agent(conversation.agent);
        ConversationRested event = new ConversationRested();
        event.assignment = conversation.assignment;
        event.conversation = conversation.id;
        event.agent = agent.number;
        event.restedAt = session.now;
        release(organization, conversation, agent, true);
        agent.idleSince = session.now;
        conversation.state = RouteState.DORMANT;
        session.emit(organization, event);
    }

    /** The customer answered, and the agent goes on. */
    void wake(Organization organization, Conversation conversation) {
        Agent agent = organization.agent(conversation.agent);
        ConversationWoken event = new ConversationWoken();
        event.assignment = conversation.assignment;
        event.conversation = conversation.id;
        event.agent = agent.number;
        event.cost = organization.channel(conversation).cost();
        conversation.cost = event.cost;
        conversation.state = RouteState.ASSIGNED;
        conversation.unread = 0;
        session.timers.cancel(Kind.NEXT_STATUS, organization.number, 0, agent.number);
        agent.handled.add(conversation);
        conversation.inHandSince = session.now;
        session.emit(organization, event);
    }

    /** Gives a conversation to an agent, who may have had an offer that was just accepted. */
    void assign(Organization organization, Conversation conversation, Agent agent, @Nullable Offer accepted) {
        ConversationAssigned event = new ConversationAssigned();
        event.assignment = accepted == null ? ++session.lastOffer : accepted.id;
        event.conversation = conversation.id;
        event.agent = agent.number;
        event.assignedAt = session.now;
        if (conversation.isWaiting()) {
            organization.forecast(conversation.queue).served(conversation, session.now);
        }
        conversation.inHandSince = session.now;
        organization.awaiting.remove(conversation);
        leaveLine(organization, conversation);
        escalations.rest(organization, conversation);
        forgetPreference(organization, conversation);
        exclusions.forget(organization, conversation);
        conversation.cost =
                accepted == null ? organization.channel(conversation).cost() : accepted.cost;
        agent.handled.add(conversation);
        if (accepted == null) {
            asked(organization, conversation, agent);
        } else {
            // What the offer held the assignment holds, without a moment in between.
            agent.offers.remove(accepted);
        }
        event.cost = conversation.cost;
        conversation.state = RouteState.ASSIGNED;
        conversation.unread = 0;
        agent.assignments++;
        conversation.agent = agent.number;
        conversation.assignment = event.assignment;
        session.timers.cancel(Kind.NEXT_STATUS, organization.number, 0, agent.number);
        session.emit(organization, event);
    }

    /** Takes a conversation from its agent, whom it is not offered for a while unless it is done. */
    void endAssignment(Organization organization, Conversation conversation, AssignmentEnd reason) {
        endAssignment(organization, conversation, reason, reason != AssignmentEnd.COMPLETED);
    }

    /** Takes a conversation from its agent. What comes next is up to the caller. */
    void endAssignment(Organization organization, Conversation conversation, AssignmentEnd reason, boolean excludes) {
        Agent agent = organization.agent(conversation.agent);
        AssignmentEnded event = new AssignmentEnded();
        event.assignment = conversation.assignment;
        event.conversation = conversation.id;
        event.agent = agent.number;
        event.reason = reason;
        event.endedAt = session.now;
        session.timers.cancel(Kind.WRAP_UP, organization.number, conversation.id, 0);
        if (conversation.state != RouteState.DORMANT) {
            boolean isDone = reason == AssignmentEnd.COMPLETED || reason == AssignmentEnd.TRANSFERRED;
            release(organization, conversation, agent, isDone);
            agent.idleSince = session.now;
        }
        conversation.agent = DomainEvent.NOBODY;
        conversation.assignment = 0;
        conversation.lastAgent = agent.number;
        conversation.transfers += reason == AssignmentEnd.TRANSFERRED ? 1 : 0;
        conversation.state = RouteState.NONE;
        Exclusion exclusion = excludes ? exclusions.add(organization, conversation, agent) : null;
        event.excludedUntil = exclusion == null ? 0 : exclusion.until();
        event.softenedAt = exclusion == null ? 0 : exclusion.softenedAt();
        session.emit(organization, event);
    }

    /** Aside, because the channel's conversations don't wait for another agent. */
    void setAside(Organization organization, Conversation conversation) {
        endTransfer(organization, conversation, OfferOutcome.RESCINDED);
        endAssignment(organization, conversation, AssignmentEnd.RETURNED);
        park(organization, conversation);
    }

    /** Back to the queue, or aside when that happened too often. */
    void giveBack(Organization organization, Conversation conversation) {
        endTransfer(organization, conversation, OfferOutcome.RESCINDED);
        endAssignment(organization, conversation, AssignmentEnd.RETURNED);
        if (conversation.requeues < organization.limits().maxRequeues()) {
            ConversationQueued event = Placement.again(organization, conversation, QueueReason.REQUEUED);
            event.requeues = conversation.requeues + 1;
            queue(organization, conversation, event, conversation.requirements);
        } else {
            park(organization, conversation);
        }
    }

    /** Ends the assignment and closes the conversation. */
    void complete(Organization organization, Conversation conversation) {
        endAssignment(organization, conversation, AssignmentEnd.COMPLETED);
        ConversationCompleted event = new ConversationCompleted();
        event.conversation = conversation.id;
        event.lastAgent = conversation.lastAgent;
        event.completedAt = session.now;
        event.reopenUntil = close(organization, conversation, RouteState.COMPLETED);
        session.emit(organization, event);
    }

    /** Gives up a conversation that nobody has, and that may wait. */
    void cancel(Organization organization, Conversation conversation) {
        ConversationCancelled event = new ConversationCancelled();
        event.conversation = conversation.id;
        leaveQueue(organization, conversation);
        event.reopenUntil = close(organization, conversation, RouteState.CANCELLED);
        session.emit(organization, event);
    }

    void park(Organization organization, Conversation conversation) {
        ConversationParked event = new ConversationParked();
        event.conversation = conversation.id;
        leaveQueue(organization, conversation);
        conversation.state = RouteState.PARKED;
        session.emit(organization, event);
    }

    /** Says why, if somebody gave a reason. */
    void tellReason(Organization organization, Conversation conversation, Bytes agent, Bytes reason) {
        if (!reason.isEmpty()) {
            ReasonGiven event = new ReasonGiven();
            event.conversation = conversation.id;
            event.agent = organization.names.agents().number(agent.toText());
            event.reason.set(reason);
            session.emit(organization, event);
        }
    }

    void forget(Organization organization, Conversation conversation) {
        ConversationForgotten event = new ConversationForgotten();
        event.conversation = conversation.id;
        session.timers.cancel(Kind.FORGETTING, organization.number, conversation.id, 0);
        organization.closed.remove(conversation);
        organization.conversations.remove(conversation.id);
        organization.promised.remove(conversation);
        for (SlaClock clock : SlaClock.values()) {
            session.timers.cancel(Kind.SLA, organization.number, conversation.id, clock.code());
        }
        session.emit(organization, event);
    }

    void endPreference(Organization organization, Conversation conversation) {
        PreferenceEnded event = new PreferenceEnded();
        event.conversation = conversation.id;
        forgetPreference(organization, conversation);
        if (conversation.isWaiting()) {
            waits(organization, conversation);
        }
        session.emit(organization, event);
    }

    /** Has the next conversation of a removed queue move at once, if there is one. */
    void armDrain(Organization organization, int queue) {
        session.timers.cancel(Kind.DRAIN, organization.number, queue, 0);
        boolean somebodyWaits = organization.line.stream().anyMatch(conversation -> conversation.queue == queue);
        if (organization.removedQueues.contains(queue) && somebodyWaits) {
            session.timers.arm(Kind.DRAIN, organization.number, queue, 0, session.now);
        }
    }

    /** Looks how long a conversation has waited, and again when that is long enough for further agents. */
    void startDelays(Organization organization, Conversation conversation) {
        conversation.waitedNanos = session.now - conversation.enteredAt;
        armDelay(organization, conversation);
    }

    /** A conversation has waited long enough for further agents. */
    void delayElapsed(Organization organization, Conversation conversation) {
        DelayElapsed event = new DelayElapsed();
        event.conversation = conversation.id;
        event.delayNanos = organization.nextDelay(conversation);
        conversation.waitedNanos = event.delayNanos;
        event.reach = organization.reach(conversation);
        event.nextAt = armDelay(organization, conversation);
        waits(organization, conversation);
        session.emit(organization, event);
    }

    private long armDelay(Organization organization, Conversation conversation) {
        long next = organization.nextDelay(conversation);
        session.timers.cancel(Kind.DELAY, organization.number, conversation.id, 0);
        if (next == 0) {
            return 0;
        }
        session.timers.arm(Kind.DELAY, organization.number, conversation.id, 0, conversation.enteredAt + next);
        return conversation.enteredAt + next;
    }

    /** What a conversation asked is no longer mandatory. */
    void relax(Organization organization, Conversation conversation) {
        List<Requirement> asked = Requirements.relaxed(
                conversation.requirements, Requirements.relaxAfterNanos(conversation.requirements));
        conversation.requirements = asked;
        Signature signature = organization.signature(conversation);
        if (!organization.signatures.contains(signature)) {
            organization.signatures.add(signature);
            organization.lookAtAgents();
        }
        RequirementsRelaxed event = new RequirementsRelaxed();
        event.conversation = conversation.id;
        event.signature = organization.signatures.indexOf(signature);
        event.requirements.set(Terms.canonical(asked));
        event.nextAt = armRelaxation(organization, conversation);
        waits(organization, conversation);
        session.emit(organization, event);
    }

    private long armRelaxation(Organization organization, Conversation conversation) {
        long after = Requirements.relaxAfterNanos(conversation.requirements);
        session.timers.cancel(Kind.RELAXATION, organization.number, conversation.id, 0);
        if (after == 0) {
            return 0;
        }
        session.timers.arm(Kind.RELAXATION, organization.number, conversation.id, 0, conversation.enteredAt + after);
        return conversation.enteredAt + after;
    }

    /** The fairness window ended. */
    void startWindow(Organization organization) {
        FairnessWindowStarted event = new FairnessWindowStarted();
        event.startedAt = session.now;
        event.until = windowEnd(organization);
        countAnew(organization, event.until);
        boolean somebodyWaits = !organization.waiting().isEmpty();
        organization.agentsWhoCanTakeMore().stream()
                .filter(agent -> somebodyWaits)
                .forEach(agent -> session.armReview(organization, agent));
        session.emit(organization, event);
    }

    /** A configuration is in force. */
    void armWindow(Organization organization) {
        organization.agents.values().forEach(agent -> agent.countTime(session.now));
        boolean isNeeded = organization.names.configuration().queues().stream()
                        .anyMatch(queue -> queue.strategy() == Strategy.FEWEST_TODAY)
                || organization.names.configuration().agents().stream()
                        .anyMatch(agent -> agent.matching().maxPerWindow() > 0);
        long until = isNeeded ? windowEnd(organization) : 0;
        if (until != organization.fairnessUntil) {
            countAnew(organization, until);
        }
    }

    private long windowEnd(Organization organization) {
        long length = organization.limits().fairnessWindowNanos();
        return (session.now / length + 1) * length;
    }

    private void countAnew(Organization organization, long until) {
        organization.agents.values().forEach(agent -> agent.countAnew(session.now));
        organization.fairnessUntil = until;
        session.timers.cancel(Kind.FAIRNESS, organization.number, 0, 0);
        if (until != 0) {
            session.timers.arm(Kind.FAIRNESS, organization.number, 0, 0, until);
        }
    }

    /** It waits no more, and for nothing. */
    void leaveQueue(Organization organization, Conversation conversation) {
        organization.awaiting.remove(conversation);
        leaveLine(organization, conversation);
        escalations.rest(organization, conversation);
        forgetPreference(organization, conversation);
        session.timers.cancel(Kind.START, organization.number, conversation.id, 0);
    }

    /** Closes a conversation; says until when it can be opened again. */
    long close(Organization organization, Conversation conversation, RouteState how) {
        long reopenUntil = session.now + organization.limits().reopenWindowNanos();
        conversation.state = how;
        conversation.givenAttributes = new byte[0];
        conversation.givenPriority = -1;
        session.timers.cancel(Kind.TIME_TO_LIVE, organization.number, conversation.id, 0);
        exclusions.forget(organization, conversation);
        organization.closed.add(conversation);
        session.timers.arm(Kind.FORGETTING, organization.number, conversation.id, 0, reopenUntil);
        return reopenUntil;
    }

    private void leaveLine(Organization organization, Conversation conversation) {
        if (organization.line.remove(conversation)) {
            session.timers.cancel(Kind.DELAY, organization.number, conversation.id, 0);
            session.timers.cancel(Kind.RELAXATION, organization.number, conversation.id, 0);
            armDrain(organization, conversation.queue);
        }
    }

    private void release(Organization organization, Conversation conversation, Agent agent, boolean isDone) {
        agent.handled.remove(conversation);
        if (isDone) {
            organization.forecast(conversation.queue).handled(session.now - conversation.inHandSince);
        }
        conversation.cost = 0;
        if (agent.nextStatus != null && agent.handled.isEmpty()) {
            session.timers.arm(Kind.NEXT_STATUS, organization.number, 0, agent.number, session.now);
        }
    }

    private void asked(Organization organization, Conversation conversation, Agent agent) {
        agent.lastOfferedAt = session.now;
        agent.turns.put(conversation.queue, organization.turns.merge(conversation.queue, 1L, Long::sum));
    }

    private void waits(Organization organization, Conversation conversation) {
        conversation.state = conversation.offers.isEmpty() ? RouteState.QUEUED : RouteState.OFFERED;
        if (organization.looksForAgents(conversation)) {
            organization.lookingConversations.add(conversation);
        }
    }

    private void forgetPreference(Organization organization, Conversation conversation) {
        session.timers.cancel(Kind.PREFERENCE, organization.number, conversation.id, 0);
        conversation.preferredAgent = DomainEvent.NOBODY;
        conversation.preferredUntil = 0;
    }
}
