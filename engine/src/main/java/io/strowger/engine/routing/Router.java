package io.strowger.engine.routing;

import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.record.RecordWriter;
import io.strowger.engine.rules.RuleCompiler;
import io.strowger.models.Analysis;

/** Signatures of the router; the state machine behind them lands next. */
public final class Router {
    public Router(RouterLimits limits, RuleCompiler compiler) {}

    /**
     * Decides one command: emits events into the record, which was begun with the command's bytes, applies each at once,
     * and fills the decision. Without events there is no record.
     *
     * @param organization the organization's number, or {@link io.strowger.engine.record.RecordLayout#ENGINE}
     * @param modelVersion the version of the model that made the analysis
     * @param analysis of a message, with stable label numbers; else not looked at
     */
    public void decide(
            CommandKind kind,
            int organization,
            ByteReader command,
            long modelVersion,
            Analysis analysis,
            RecordWriter record,
            Decision decision) {
        throw new UnsupportedOperationException();
    }

    /** Recovery: applies all events of a record. */
    public void apply(RecordView record) {
        throw new UnsupportedOperationException();
    }

    /** The sequence of the last record decided or applied, 0 for none. */
    public long lastSequence() {
        return 0;
    }

    /** The time of the last record decided or applied, epoch nanoseconds. */
    public long lastTime() {
        return 0;
    }

    /** When the next timer is due, epoch nanoseconds; {@link Long#MAX_VALUE} for none. */
    public long nextDeadline() {
        return Long.MAX_VALUE;
    }

    /** A hash over the whole state, whatever the order in which it came about. */
    public long stateHash() {
        return 0;
    }

    /** The names behind the numbers; a new one after each change. */
    public Directory directory() {
        return Directory.EMPTY;
    }

    /** How often rule conditions asked for something that the message did not have. */
    public long missingKeys() {
        return 0;
    }

    /** Messages whose id was known. */
    public long duplicates() {
        return 0;
    }

    /** Message ids remembered now. */
    public long idempotencyEntries() {
        return 0;
    }

    /** Bytes that the remembered ids take. */
    public long idempotencyBytes() {
        return 0;
    }

    /** Conversations that wait now, those with an offer included. */
    public long waitingConversations() {
        return 0;
    }

    /** Offers without an answer now. */
    public long pendingOffers() {
        return 0;
    }

    /** Conversations that agents handle now, those in wrap-up included. */
    public long assignedConversations() {
        return 0;
    }
}
