package io.strowger.engine.routing;

import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConversationCancelled;
import io.strowger.engine.event.ConversationCompleted;
import io.strowger.engine.event.ConversationForgotten;

/** Ends conversations, and drops the closed ones that are too many. */
final class Closing {
    /** How many are dropped at once: more than a record closes, and few enough for one. */
    private static final int MAX_TRIMMED = 64;

    private final Scope scope;

    Closing(Scope scope) {
        this.scope = scope;
    }

    /** Ends the assignment, or the wrap-up, and completes the conversation. */
    void complete(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        endAssignment(conversation, AssignmentEnd.COMPLETED);
        ConversationCompleted completed = scope.events.conversationCompleted;
        completed.conversation = conversation.id;
        completed.lastAgent = conversation.lastAgent;
        completed.completedAt = scope.now();
        completed.reopenUntil = scope.now() + organization.limits.reopenWindowNanos();
        scope.emit(organization, completed);
    }

    /** Takes a conversation from its agent, who may be asked for it again at once. What comes next is up to the caller. */
    void endAssignment(ConversationState conversation, AssignmentEnd reason) {
        AssignmentEnded ended = scope.events.assignmentEnded;
        ended.assignment = conversation.assignment;
        ended.conversation = conversation.id;
        ended.agent = conversation.agent;
        ended.reason = reason;
        ended.excludedUntil = 0;
        ended.softenedAt = 0;
        ended.endedAt = scope.now();
        scope.emit(conversation.organization, ended);
    }

    void cancel(ConversationState conversation) {
        OrganizationState organization = conversation.organization;
        ConversationCancelled cancelled = scope.events.conversationCancelled;
        cancelled.conversation = conversation.id;
        cancelled.reopenUntil = scope.now() + organization.limits.reopenWindowNanos();
        scope.emit(organization, cancelled);
    }

    void forget(ConversationState conversation) {
        ConversationForgotten event = scope.events.conversationForgotten;
        event.conversation = conversation.id;
        scope.emit(conversation.organization, event);
    }

    /** Forgets the conversations that were closed first while an organization has too many of them. */
    void trim(OrganizationState organization) {
        int trimmed = 0;
        while (trimmed++ < MAX_TRIMMED && organization.closed.size() > scope.state.limits.maxClosedConversations()) {
            ConversationState oldest = organization.closed.first();
            if (oldest == null) {
                return;
            }
            forget(oldest);
        }
    }
}
