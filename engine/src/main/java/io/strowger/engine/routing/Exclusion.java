package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;
import org.jspecify.annotations.Nullable;

/** An agent who gets no offers for a conversation for a while. Pooled; in the conversation's row and in the agent's. */
final class Exclusion {
    @Nullable
    ConversationState conversation;

    @Nullable
    AgentState agent;

    /** When it ends. */
    long until;

    /** When it softens; 0 for never. */
    long softenedAt;

    /** Whether the agent may be asked again if nobody else can take the conversation. */
    boolean soft;

    long timer;

    @Nullable
    Exclusion beforeOfConversation;

    @Nullable
    Exclusion behindOfConversation;

    @Nullable
    Exclusion beforeOfAgent;

    @Nullable
    Exclusion behindOfAgent;

    long stateHash() {
        ConversationState excludedFrom = conversation;
        AgentState excluded = agent;
        long hash = Hashes.combine(excludedFrom == null ? 0 : excludedFrom.id, excluded == null ? -1 : excluded.index);
        hash = Hashes.combine(hash, until);
        hash = Hashes.combine(hash, softenedAt);
        return Hashes.combine(hash, soft ? 1 : 0);
    }
}
