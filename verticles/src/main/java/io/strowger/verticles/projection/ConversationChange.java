package io.strowger.verticles.projection;

import io.strowger.engine.event.DomainEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one batch changes about a conversation. Null, or a false flag, stands for unchanged. */
final class ConversationChange {
    final int organization;
    final long id;
    boolean opened;
    int channel;
    String key = "";
    long openedAt;

    @Nullable
    ContactView contact;

    @Nullable
    String baseState;

    int offers;
    int messages;
    long lastMessageAt;

    boolean queued;
    int queue = DomainEvent.NOBODY;
    int priority;
    int rule = DomainEvent.NOBODY;
    int stay;
    int requeues;
    List<String> tags = List.of();
    long queuedAt;

    /** Whether agent and time of assignment change; to nobody and never when the conversation waits again. */
    boolean handed;

    int agent = DomainEvent.NOBODY;
    long assignedAt;

    boolean endChanged;
    long endedAt;

    @Nullable
    AnalysisView analysis;

    long sequence;

    ConversationChange(int organization, long id) {
        this.organization = organization;
        this.id = id;
    }

    void hand(int toAgent, long at) {
        handed = true;
        agent = toAgent;
        assignedAt = at;
    }

    void end(long at) {
        endChanged = true;
        endedAt = at;
    }
}
