package io.strowger.verticles.projection;

import io.strowger.engine.event.ConversationAssigned;

/** An assignment in the {@link LiveView}. Guarded by the view. */
final class LiveAssignment {
    final long id;
    final LiveConversation conversation;
    final int agent;
    /** Capacity units that it takes now; 0 while it is dormant. */
    int cost;

    final long assignedAt;
    long wrapUpUntil;

    LiveAssignment(ConversationAssigned event, LiveConversation conversation) {
        this.id = event.assignment;
        this.conversation = conversation;
        this.agent = event.agent;
        this.cost = event.cost;
        this.assignedAt = event.assignedAt;
    }
}
