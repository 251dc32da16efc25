package io.strowger.engine.routing;

import io.strowger.engine.command.Decision;
import io.strowger.engine.event.AgentAvailabilityChanged;
import io.strowger.engine.event.AgentConnectionChanged;
import io.strowger.engine.event.AgentDrawn;
import io.strowger.engine.event.AgentReplied;
import io.strowger.engine.event.AgentReviewed;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AgentStatusPlanned;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.AttributesGiven;
import io.strowger.engine.event.BatchClosed;
import io.strowger.engine.event.BatchOpened;
import io.strowger.engine.event.CalendarTurned;
import io.strowger.engine.event.ConfigurationChanged;
import io.strowger.engine.event.ConversationAbandoned;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationCancelled;
import io.strowger.engine.event.ConversationCompleted;
import io.strowger.engine.event.ConversationExpired;
import io.strowger.engine.event.ConversationForgotten;
import io.strowger.engine.event.ConversationOpened;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationRejected;
import io.strowger.engine.event.ConversationRested;
import io.strowger.engine.event.ConversationScheduled;
import io.strowger.engine.event.ConversationScored;
import io.strowger.engine.event.ConversationWoken;
import io.strowger.engine.event.DelayElapsed;
import io.strowger.engine.event.DemandSet;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.ExceptionRaised;
import io.strowger.engine.event.ExclusionEnded;
import io.strowger.engine.event.ExclusionSoftened;
import io.strowger.engine.event.FairnessWindowStarted;
import io.strowger.engine.event.LabelsNamed;
import io.strowger.engine.event.LifetimeSet;
import io.strowger.engine.event.MatchingPostponed;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.OpeningAwaited;
import io.strowger.engine.event.PassedOver;
import io.strowger.engine.event.PreferenceEnded;
import io.strowger.engine.event.QueueTurned;
import io.strowger.engine.event.Recovered;
import io.strowger.engine.event.RequirementsRelaxed;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.SlaClockChanged;
import io.strowger.engine.event.SlaReviewed;
import io.strowger.engine.event.StepEntered;
import io.strowger.engine.event.WatchSet;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import org.jspecify.annotations.Nullable;

/**
 * Changes the state by applying events, the same way while deciding and while recovering: {@link #begin}, the record's
 * events in their order, {@link #end}.
 */
final class EventApplier {
    private final RouterState state;
    private final ConversationApplier conversations;
    private final OfferApplier offers;
    private final AgentApplier agents;
    private final ConfigurationApplier configurations;
    private final Exclusions exclusions;
    private final Fairness fairness;
    private final BatchApplier batches;
    private final CalendarApplier calendars;
    private final Reviews reviews;
    private final WorkflowApplier workflows;
    private final SlaApplier promises;
    private final Bytes messageId = new Bytes();
    private final Decision answer = new Decision();
    private @Nullable ConversationState answered;
    private long sequence;
    private long now;
    private boolean applied;

    EventApplier(RouterState state) {
        this.state = state;
        WaitingLines lines = new WaitingLines(state);
        Indexer indexer = new Indexer();
        exclusions = new Exclusions(state);
        workflows = new WorkflowApplier(state);
        conversations = new ConversationApplier(state, lines, exclusions, indexer, workflows);
        offers = new OfferApplier(state, lines, exclusions, workflows);
        reviews = new Reviews(state);
        agents = new AgentApplier(state, exclusions, reviews);
        fairness = new Fairness(state, reviews);
        calendars = new CalendarApplier(state);
        batches = new BatchApplier(state);
        promises = new SlaApplier(state);
        configurations =
                new ConfigurationApplier(state, lines, indexer, fairness, calendars, reviews, workflows, promises);
    }

    /** Starts with a record. */
    void begin(long sequence, long now) {
        this.sequence = sequence;
        state.sequence = sequence;
        this.now = now;
        answered = null;
        applied = false;
    }

    /** Ends a record: if it had events, it becomes the last one, and the answer to its message is remembered. */
    void end(Analysis analysis) {
        if (!applied) {
            return;
        }
        state.lastSequence = sequence;
        state.lastTime = now;
        ConversationState conversation = answered;
        if (conversation != null && !messageId.isEmpty()) {
            answer.clear();
            Answers.fill(conversation, answer);
            answer.sequence = sequence;
            answer.analysis.copyFrom(analysis);
            OrganizationState organization = conversation.organization;
            state.idempotency.put(
                    organization.number,
                    conversation.channel,
                    messageId,
                    answer,
                    now,
                    organization.limits.idempotencyWindowNanos());
        }
    }

    /** Applies one event of an organization. */
    void apply(int organization, DomainEvent event) {
        applied = true;
        switch (event.kind()) {
            case LABELS_NAMED -> configurations.labelsNamed((LabelsNamed) event);
            case CONFIGURATION_CHANGED -> configurations.configurationChanged((ConfigurationChanged) event, now);
            case RECOVERED -> agents.recovered((Recovered) event);
            default -> apply(state.organization(organization), event);
        }
    }

    private void apply(OrganizationState organization, DomainEvent event) {
        switch (event.kind()) {
            case MESSAGE_RECEIVED -> messageReceived(organization, (MessageReceived) event);
            case CONVERSATION_OPENED -> conversations.opened(organization, (ConversationOpened) event);
            case CONVERSATION_SCORED -> conversations.scored(organization, (ConversationScored) event);
            case CONVERSATION_QUEUED -> conversations.queued(organization, (ConversationQueued) event, now);
            case CONVERSATION_PARKED -> conversations.parked(organization, (ConversationParked) event, now);
            case CONVERSATION_COMPLETED -> conversations.completed(organization, (ConversationCompleted) event);
            case CONVERSATION_CANCELLED -> conversations.cancelled(organization, (ConversationCancelled) event, now);
            case CONVERSATION_FORGOTTEN -> {
                promises.forgotten(organization.conversation(((ConversationForgotten) event).conversation));
                conversations.forgotten(organization, (ConversationForgotten) event);
            }
            case CONVERSATION_SCHEDULED -> conversations.scheduled(organization, (ConversationScheduled) event, now);
            case CONVERSATION_ABANDONED -> conversations.abandoned(organization, (ConversationAbandoned) event, now);
            case CONVERSATION_EXPIRED -> conversations.expired(organization, (ConversationExpired) event, now);
            case CONVERSATION_REJECTED -> conversations.rejected(organization, (ConversationRejected) event);
            case LIFETIME_SET -> conversations.lifetimeSet(organization, (LifetimeSet) event);
            case AGENT_AVAILABILITY_CHANGED ->
                agents.availabilityChanged(organization, (AgentAvailabilityChanged) event, now);
            case AGENT_STATUS_PLANNED -> agents.statusPlanned(organization, (AgentStatusPlanned) event);
            case PREFERENCE_ENDED -> conversations.preferenceEnded(organization, (PreferenceEnded) event);
            case OFFER_MADE -> offers.offerMade(organization, (OfferMade) event);
            case OFFER_ENDED -> offers.offerEnded(organization, (OfferEnded) event);
            case CONVERSATION_ASSIGNED -> offers.assigned(organization, (ConversationAssigned) event, now);
            case ASSIGNMENT_ENDED -> offers.assignmentEnded(organization, (AssignmentEnded) event);
            case WRAP_UP_STARTED -> offers.wrapUpStarted(organization, (WrapUpStarted) event);
            case AGENT_STATUS_CHANGED -> agents.statusChanged(organization, (AgentStatusChanged) event, now);
            case AGENT_CONNECTION_CHANGED ->
                agents.connectionChanged(organization, (AgentConnectionChanged) event, now);
            case ATTRIBUTES_GIVEN -> conversations.given(organization, (AttributesGiven) event);
            case MATCHING_POSTPONED -> reviews.postponed(organization, (MatchingPostponed) event);
            case AGENT_REVIEWED -> agents.reviewed(organization, (AgentReviewed) event);
            case CONVERSATION_RESTED -> offers.rested(organization, (ConversationRested) event);
            case CONVERSATION_WOKEN -> offers.woken(organization, (ConversationWoken) event, now);
            case FAIRNESS_WINDOW_STARTED -> fairness.windowStarted(organization, (FairnessWindowStarted) event);
            case CALENDAR_TURNED -> calendars.calendarTurned(organization, (CalendarTurned) event, now);
            case OPENING_AWAITED -> calendars.awaited(organization, (OpeningAwaited) event);
            case AGENT_REPLIED -> promises.replied(organization, (AgentReplied) event);
            case SLA_CLOCK_CHANGED -> promises.changed(organization, (SlaClockChanged) event);
            case SLA_REVIEWED -> promises.reviewed(organization, (SlaReviewed) event, now);
            case QUEUE_TURNED -> calendars.queueTurned(organization, (QueueTurned) event, now);
            case DELAY_ELAPSED -> conversations.delayElapsed(organization, (DelayElapsed) event);
            case REQUIREMENTS_RELAXED -> conversations.relaxed(organization, (RequirementsRelaxed) event);
            case AGENT_DRAWN -> organization.generator = ((AgentDrawn) event).generator;
            case BATCH_OPENED -> batches.opened(organization, (BatchOpened) event);
            case BATCH_CLOSED -> batches.closed(organization, (BatchClosed) event);
            case PASSED_OVER -> batches.passedOver(organization, (PassedOver) event);
            case STEP_ENTERED -> workflows.stepEntered(organization, (StepEntered) event);
            case DEMAND_SET -> workflows.demandSet(organization, (DemandSet) event);
            case EXCEPTION_RAISED -> workflows.raised(organization, (ExceptionRaised) event);
            case WATCH_SET -> workflows.watchSet(organization, (WatchSet) event);
            case ANALYSIS_CORRECTED,
                    REASON_GIVEN,
                    TRANSFER_STARTED,
                    TRANSFER_FAILED,
                    ASSIGNMENT_FORCED,
                    CONVERSATION_PICKED,
                    BATCH_PAIRED,
                    ACTION_REQUESTED,
                    MOVE_REFUSED -> {
                // For those who read along: routing goes on as it was, or by the events that follow.
            }
            case EXCLUSION_ENDED -> {
                ExclusionEnded ended = (ExclusionEnded) event;
                exclusions.end(organization.conversation(ended.conversation), organization.agents[ended.agent]);
            }
            case EXCLUSION_SOFTENED -> {
                ExclusionSoftened softened = (ExclusionSoftened) event;
                exclusions.soften(
                        organization.conversation(softened.conversation), organization.agents[softened.agent]);
            }
            default -> throw new IllegalArgumentException("an event of the kind " + event.kind() + " can't be applied");
        }
    }

    private void messageReceived(OrganizationState organization, MessageReceived event) {
        ConversationState conversation = organization.changed(event.conversation, sequence);
        conversation.messages++;
        SlaApplier.asked(conversation);
        conversation.unread = conversation.state == RouteState.ASSIGNED ? 0 : sequence;
        organization.statistics.messages++;
        messageId.set(event.externalId);
        answered = conversation;
    }
}
