package io.strowger.engine.routing;

import io.strowger.engine.internal.Hashes;
import org.jspecify.annotations.Nullable;

/** The exclusions of one conversation, or of one agent, the oldest first, linked through themselves. */
final class ExclusionList {
    private final boolean byConversation;
    private @Nullable Exclusion first;
    private @Nullable Exclusion last;

    private ExclusionList(boolean byConversation) {
        this.byConversation = byConversation;
    }

    static ExclusionList ofConversation() {
        return new ExclusionList(true);
    }

    static ExclusionList ofAgent() {
        return new ExclusionList(false);
    }

    @Nullable
    Exclusion first() {
        return first;
    }

    /** The one behind an exclusion of this row. */
    @Nullable
    Exclusion behind(Exclusion exclusion) {
        return byConversation ? exclusion.behindOfConversation : exclusion.behindOfAgent;
    }

    /** The exclusion of an agent from this conversation, or null. */
    @Nullable
    Exclusion find(AgentState agent) {
        for (Exclusion exclusion = first; exclusion != null; exclusion = behind(exclusion)) {
            if (exclusion.agent == agent) {
                return exclusion;
            }
        }
        return null;
    }

    void append(Exclusion exclusion) {
        Exclusion tail = last;
        link(tail, exclusion);
        link(exclusion, null);
        last = exclusion;
    }

    void remove(Exclusion exclusion) {
        Exclusion before = byConversation ? exclusion.beforeOfConversation : exclusion.beforeOfAgent;
        Exclusion behind = behind(exclusion);
        link(before, behind);
        if (behind == null) {
            last = before;
        }
    }

    private void link(@Nullable Exclusion before, @Nullable Exclusion behind) {
        if (before == null) {
            first = behind;
        } else if (byConversation) {
            before.behindOfConversation = behind;
        } else {
            before.behindOfAgent = behind;
        }
        if (behind == null) {
            return;
        }
        if (byConversation) {
            behind.beforeOfConversation = before;
        } else {
            behind.beforeOfAgent = before;
        }
    }

    /** A hash of the exclusions in their order. */
    long stateHash() {
        long hash = 0;
        for (Exclusion exclusion = first; exclusion != null; exclusion = behind(exclusion)) {
            hash = Hashes.combine(hash, exclusion.stateHash());
        }
        return hash;
    }
}
