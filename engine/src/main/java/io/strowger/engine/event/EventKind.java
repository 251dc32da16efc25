package io.strowger.engine.event;

/** The kinds of events. Codes are part of the record format. */
public enum EventKind {
    /** No event. */
    NONE(0),
    /** {@link LabelsNamed}. */
    LABELS_NAMED(1),
    /** {@link ConfigurationChanged}. */
    CONFIGURATION_CHANGED(2),
    /** {@link MessageReceived}. */
    MESSAGE_RECEIVED(3),
    /** {@link ConversationOpened}. */
    CONVERSATION_OPENED(4),
    /** {@link ConversationScored}. */
    CONVERSATION_SCORED(5),
    /** {@link ConversationQueued}. */
    CONVERSATION_QUEUED(6),
    /** {@link OfferMade}. */
    OFFER_MADE(7),
    /** {@link OfferEnded}. */
    OFFER_ENDED(8),
    /** {@link ConversationAssigned}. */
    CONVERSATION_ASSIGNED(9),
    /** {@link AssignmentEnded}. */
    ASSIGNMENT_ENDED(10),
    /** {@link WrapUpStarted}. */
    WRAP_UP_STARTED(11),
    /** {@link ConversationCompleted}. */
    CONVERSATION_COMPLETED(12),
    /** {@link ConversationParked}. */
    CONVERSATION_PARKED(13),
    /** {@link ConversationCancelled}. */
    CONVERSATION_CANCELLED(14),
    /** {@link ConversationForgotten}. */
    CONVERSATION_FORGOTTEN(15),
    /** {@link AgentStatusChanged}. */
    AGENT_STATUS_CHANGED(16),
    /** {@link AgentConnectionChanged}. */
    AGENT_CONNECTION_CHANGED(17),
    /** {@link ExclusionEnded}. */
    EXCLUSION_ENDED(18),
    /** {@link PreferenceEnded}. */
    PREFERENCE_ENDED(19),
    /** {@link Recovered}. */
    RECOVERED(20),
    /** {@link ExclusionSoftened}. */
    EXCLUSION_SOFTENED(21),
    /** {@link AgentReviewed}. */
    AGENT_REVIEWED(22),
    /** {@link AnalysisCorrected}. */
    ANALYSIS_CORRECTED(23),
    /** {@link ConversationRested}. */
    CONVERSATION_RESTED(24),
    /** {@link ConversationWoken}. */
    CONVERSATION_WOKEN(25),
    /** {@link TransferStarted}. */
    TRANSFER_STARTED(26),
    /** {@link TransferFailed}. */
    TRANSFER_FAILED(27),
    /** {@link AssignmentForced}. */
    ASSIGNMENT_FORCED(28),
    /** {@link ReasonGiven}. */
    REASON_GIVEN(29),
    /** {@link FairnessWindowStarted}. */
    FAIRNESS_WINDOW_STARTED(30),
    /** {@link AgentDrawn}. */
    AGENT_DRAWN(31),
    /** {@link DelayElapsed}. */
    DELAY_ELAPSED(32),
    /** {@link RequirementsRelaxed}. */
    REQUIREMENTS_RELAXED(33),
    /** {@link ConversationScheduled}. */
    CONVERSATION_SCHEDULED(34),
    /** {@link ConversationAbandoned}. */
    CONVERSATION_ABANDONED(35),
    /** {@link ConversationExpired}. */
    CONVERSATION_EXPIRED(36),
    /** {@link ConversationRejected}. */
    CONVERSATION_REJECTED(37),
    /** {@link LifetimeSet}. */
    LIFETIME_SET(38),
    /** {@link AgentStatusPlanned}. */
    AGENT_STATUS_PLANNED(39),
    /** {@link AgentAvailabilityChanged}. */
    AGENT_AVAILABILITY_CHANGED(40),
    /** {@link BatchOpened}. */
    BATCH_OPENED(41),
    /** {@link BatchClosed}. */
    BATCH_CLOSED(42),
    /** {@link BatchPaired}. */
    BATCH_PAIRED(43),
    /** {@link PassedOver}. */
    PASSED_OVER(44),
    /** {@link CalendarTurned}. */
    CALENDAR_TURNED(45),
    /** {@link OpeningAwaited}. */
    OPENING_AWAITED(46),
    /** {@link QueueTurned}. */
    QUEUE_TURNED(47),
    /** {@link MatchingPostponed}. */
    MATCHING_POSTPONED(48),
    /** {@link ConversationPicked}. */
    CONVERSATION_PICKED(49),
    /** {@link AttributesGiven}. */
    ATTRIBUTES_GIVEN(50),
    /** {@link StepEntered}. */
    STEP_ENTERED(51),
    /** {@link DemandSet}. */
    DEMAND_SET(52),
    /** {@link ExceptionRaised}. */
    EXCEPTION_RAISED(53),
    /** {@link ActionRequested}. */
    ACTION_REQUESTED(54),
    /** {@link MoveRefused}. */
    MOVE_REFUSED(55),
    /** {@link WatchSet}. */
    WATCH_SET(56),
    /** {@link AgentReplied}. */
    AGENT_REPLIED(57),
    /** {@link SlaClockChanged}. */
    SLA_CLOCK_CHANGED(58),
    /** {@link SlaReviewed}. */
    SLA_REVIEWED(59);

    private static final EventKind[] BY_CODE = values();

    private final int code;

    EventKind(int code) {
        this.code = code;
    }

    /** The number that stands for this in records; equal to the ordinal and never changed. */
    public int code() {
        return code;
    }

    /**
     * The value with that code.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public static EventKind ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no EventKind has the code " + code);
        }
        return BY_CODE[code];
    }
}
