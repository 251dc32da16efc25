package io.strowger.bench.reference;

import io.strowger.engine.event.DomainEvent;
import java.util.Set;

/** Which conversation an event gives a new version. */
final class ChangedConversation {
    /** Bookkeeping and remarks: nobody who acts on a conversation needs to know. */
    private static final Set<String> LEAVE_IT = Set.of(
            "ConversationForgotten",
            "PreferenceEnded",
            "ExclusionEnded",
            "ExclusionSoftened",
            "AnalysisCorrected",
            "TransferStarted",
            "TransferFailed",
            "AssignmentForced",
            "ConversationPicked",
            "ReasonGiven",
            "DelayElapsed",
            "AgentDrawn",
            "RequirementsRelaxed",
            "LifetimeSet",
            "BatchPaired",
            "PassedOver",
            "OpeningAwaited",
            "StepEntered",
            "DemandSet",
            "ExceptionRaised",
            "ActionRequested",
            "MoveRefused",
            "WatchSet",
            "SlaClockChanged");

    private ChangedConversation() {}

    /** Its id, 0 for none. */
    static long of(DomainEvent event) {
        if (LEAVE_IT.contains(event.getClass().getSimpleName())) {
            return 0;
        }
        try {
            return event.getClass().getField("conversation").getLong(event);
        } catch (NoSuchFieldException absent) {
            return 0;
        } catch (IllegalAccessException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
