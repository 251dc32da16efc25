package io.strowger.engine.routing;

import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.Postscript;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.ReasonGiven;
import io.strowger.engine.internal.Bytes;
import org.jspecify.annotations.Nullable;

/** Heeds what commands about conversations add: the version that they were made for, and their reasons. */
final class Remarks {
    /** The longest reason, in bytes of UTF-8. */
    static final int MAX_REASON_BYTES = 1_024;

    private final Scope scope;

    Remarks(Scope scope) {
        this.scope = scope;
    }

    /** The outcome of a command that was made for another version of the conversation, or says too much; else null. */
    @Nullable
    Outcome refusal(ConversationState conversation, Postscript postscript) {
        if (postscript.expectedVersion != 0 && postscript.expectedVersion != conversation.changedBy) {
            return Outcome.STALE_VERSION;
        }
        return refusal(postscript.reason);
    }

    /** The outcome of a command with too long a reason; else null. */
    @Nullable
    Outcome refusal(Bytes reason) {
        return reason.length() <= MAX_REASON_BYTES
                ? null
                : scope.refuse(Outcome.INVALID, "a reason has at most " + MAX_REASON_BYTES + " bytes");
    }

    /** Tells a reason, if one was given, before what it is the reason of. */
    void tell(ConversationState conversation, Bytes agent, Bytes reason) {
        if (reason.isEmpty()) {
            return;
        }
        ReasonGiven event = scope.events.reasonGiven;
        event.conversation = conversation.id;
        event.agent = agent.isEmpty() ? DomainEvent.NOBODY : conversation.organization.agentIndex.find(agent);
        event.reason.set(reason);
        scope.emit(conversation.organization, event);
    }
}
