package io.strowger.engine.pipeline;

import io.strowger.engine.ModelAssignment;
import io.strowger.engine.command.ReceiveMessage;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.internal.Hashes;
import org.jspecify.annotations.Nullable;

/** A {@link ModelAssignment} for one analyzing thread. Immutable but for the analyzers' scratch. */
final class ModelChoice {
    private final NumberedAnalyzer model;
    private final @Nullable NumberedAnalyzer candidate;
    private final int candidateShare;

    /**
     * Forks the models.
     *
     * @param labels a table that has all their labels
     */
    ModelChoice(ModelAssignment assignment, NameTable labels) {
        model = new NumberedAnalyzer(assignment.model(), labels);
        candidate = assignment.candidate() == null ? null : new NumberedAnalyzer(assignment.candidate(), labels);
        candidateShare = assignment.candidateShare();
    }

    /** Whether the choice takes a look at the message. */
    boolean isSplit() {
        return candidate != null;
    }

    /** Who analyzes all messages, or those that the candidate does not. */
    NumberedAnalyzer model() {
        return model;
    }

    /**
     * Who analyzes that message: for all messages of a conversation the same one, as long as they name it the same way. What
     * names it is its own id, else the contact's; a message with neither begins a conversation, and its own id decides.
     */
    NumberedAnalyzer of(ReceiveMessage message) {
        NumberedAnalyzer second = candidate;
        if (second == null) {
            return model;
        }
        Bytes name = message.text;
        if (!message.conversationKey.isEmpty()) {
            name = message.conversationKey;
        } else if (!message.contactId.isEmpty()) {
            name = message.contactId;
        } else if (!message.externalId.isEmpty()) {
            name = message.externalId;
        }
        long hash = Hashes.combine(second.version(), message.channel.contentHash());
        hash = Hashes.combine(hash, name.contentHash());
        return Long.remainderUnsigned(hash, ModelAssignment.ALL) < candidateShare ? second : model;
    }
}
