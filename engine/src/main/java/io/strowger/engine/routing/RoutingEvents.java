package io.strowger.engine.routing;

import io.strowger.engine.event.ActionRequested;
import io.strowger.engine.event.AgentAvailabilityChanged;
import io.strowger.engine.event.AgentConnectionChanged;
import io.strowger.engine.event.AgentDrawn;
import io.strowger.engine.event.AgentReplied;
import io.strowger.engine.event.AgentReviewed;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AgentStatusPlanned;
import io.strowger.engine.event.AnalysisCorrected;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.AssignmentForced;
import io.strowger.engine.event.AttributesGiven;
import io.strowger.engine.event.BatchClosed;
import io.strowger.engine.event.BatchOpened;
import io.strowger.engine.event.BatchPaired;
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
import io.strowger.engine.event.ConversationPicked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationRejected;
import io.strowger.engine.event.ConversationRested;
import io.strowger.engine.event.ConversationScheduled;
import io.strowger.engine.event.ConversationScored;
import io.strowger.engine.event.ConversationWoken;
import io.strowger.engine.event.DelayElapsed;
import io.strowger.engine.event.DemandSet;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.ExceptionRaised;
import io.strowger.engine.event.ExclusionEnded;
import io.strowger.engine.event.ExclusionSoftened;
import io.strowger.engine.event.FairnessWindowStarted;
import io.strowger.engine.event.LabelsNamed;
import io.strowger.engine.event.LifetimeSet;
import io.strowger.engine.event.MatchingPostponed;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.MoveRefused;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.OpeningAwaited;
import io.strowger.engine.event.PassedOver;
import io.strowger.engine.event.PreferenceEnded;
import io.strowger.engine.event.QueueTurned;
import io.strowger.engine.event.ReasonGiven;
import io.strowger.engine.event.Recovered;
import io.strowger.engine.event.RequirementsRelaxed;
import io.strowger.engine.event.SlaClockChanged;
import io.strowger.engine.event.SlaReviewed;
import io.strowger.engine.event.StepEntered;
import io.strowger.engine.event.TransferFailed;
import io.strowger.engine.event.TransferStarted;
import io.strowger.engine.event.WatchSet;
import io.strowger.engine.event.WrapUpStarted;

/** One event object of each kind, filled again and again. */
final class RoutingEvents {
    final LabelsNamed labelsNamed = new LabelsNamed();
    final ConfigurationChanged configurationChanged = new ConfigurationChanged();
    final MessageReceived messageReceived = new MessageReceived();
    final ConversationOpened conversationOpened = new ConversationOpened();
    final ConversationScored conversationScored = new ConversationScored();
    final ConversationQueued conversationQueued = new ConversationQueued();
    final OfferMade offerMade = new OfferMade();
    final OfferEnded offerEnded = new OfferEnded();
    final ConversationAssigned conversationAssigned = new ConversationAssigned();
    final AssignmentEnded assignmentEnded = new AssignmentEnded();
    final WrapUpStarted wrapUpStarted = new WrapUpStarted();
    final ConversationCompleted conversationCompleted = new ConversationCompleted();
    final ConversationParked conversationParked = new ConversationParked();
    final ConversationCancelled conversationCancelled = new ConversationCancelled();
    final ConversationForgotten conversationForgotten = new ConversationForgotten();
    final AgentStatusChanged agentStatusChanged = new AgentStatusChanged();
    final AgentConnectionChanged agentConnectionChanged = new AgentConnectionChanged();
    final ExclusionEnded exclusionEnded = new ExclusionEnded();
    final PreferenceEnded preferenceEnded = new PreferenceEnded();
    final Recovered recovered = new Recovered();
    final ExclusionSoftened exclusionSoftened = new ExclusionSoftened();
    final AgentReviewed agentReviewed = new AgentReviewed();
    final AnalysisCorrected analysisCorrected = new AnalysisCorrected();
    final ConversationRested conversationRested = new ConversationRested();
    final ConversationWoken conversationWoken = new ConversationWoken();
    final TransferStarted transferStarted = new TransferStarted();
    final TransferFailed transferFailed = new TransferFailed();
    final AssignmentForced assignmentForced = new AssignmentForced();
    final ReasonGiven reasonGiven = new ReasonGiven();
    final FairnessWindowStarted fairnessWindowStarted = new FairnessWindowStarted();
    final AgentDrawn agentDrawn = new AgentDrawn();
    final DelayElapsed delayElapsed = new DelayElapsed();
    final RequirementsRelaxed requirementsRelaxed = new RequirementsRelaxed();
    final ConversationScheduled conversationScheduled = new ConversationScheduled();
    final ConversationAbandoned conversationAbandoned = new ConversationAbandoned();
    final ConversationExpired conversationExpired = new ConversationExpired();
    final ConversationRejected conversationRejected = new ConversationRejected();
    final LifetimeSet lifetimeSet = new LifetimeSet();
    final AgentStatusPlanned agentStatusPlanned = new AgentStatusPlanned();
    final AgentAvailabilityChanged agentAvailabilityChanged = new AgentAvailabilityChanged();
    final BatchOpened batchOpened = new BatchOpened();
    final BatchClosed batchClosed = new BatchClosed();
    final BatchPaired batchPaired = new BatchPaired();
    final PassedOver passedOver = new PassedOver();
    final CalendarTurned calendarTurned = new CalendarTurned();
    final OpeningAwaited openingAwaited = new OpeningAwaited();
    final QueueTurned queueTurned = new QueueTurned();
    final MatchingPostponed matchingPostponed = new MatchingPostponed();
    final ConversationPicked conversationPicked = new ConversationPicked();
    final AttributesGiven attributesGiven = new AttributesGiven();
    final StepEntered stepEntered = new StepEntered();
    final DemandSet demandSet = new DemandSet();
    final ExceptionRaised exceptionRaised = new ExceptionRaised();
    final ActionRequested actionRequested = new ActionRequested();
    final MoveRefused moveRefused = new MoveRefused();
    final WatchSet watchSet = new WatchSet();
    final AgentReplied agentReplied = new AgentReplied();
    final SlaClockChanged slaClockChanged = new SlaClockChanged();
    final SlaReviewed slaReviewed = new SlaReviewed();

    private final DomainEvent[] byKind = {
        labelsNamed,
        configurationChanged,
        messageReceived,
        conversationOpened,
        conversationScored,
        conversationQueued,
        offerMade,
        offerEnded,
        conversationAssigned,
        assignmentEnded,
        wrapUpStarted,
        conversationCompleted,
        conversationParked,
        conversationCancelled,
        conversationForgotten,
        agentStatusChanged,
        agentConnectionChanged,
        exclusionEnded,
        preferenceEnded,
        recovered,
        exclusionSoftened,
        agentReviewed,
        analysisCorrected,
        conversationRested,
        conversationWoken,
        transferStarted,
        transferFailed,
        assignmentForced,
        reasonGiven,
        fairnessWindowStarted,
        agentDrawn,
        delayElapsed,
        requirementsRelaxed,
        conversationScheduled,
        conversationAbandoned,
        conversationExpired,
        conversationRejected,
        lifetimeSet,
        agentStatusPlanned,
        agentAvailabilityChanged,
        batchOpened,
        batchClosed,
        batchPaired,
        passedOver,
        calendarTurned,
        openingAwaited,
        queueTurned,
        matchingPostponed,
        conversationPicked,
        attributesGiven,
        stepEntered,
        demandSet,
        exceptionRaised,
        actionRequested,
        moveRefused,
        watchSet,
        agentReplied,
        slaClockChanged,
        slaReviewed
    };

    /** The object for a kind other than none: they stand in the order of their codes, from 1. */
    DomainEvent ofKind(EventKind kind) {
        return byKind[kind.code() - 1];
    }
}
