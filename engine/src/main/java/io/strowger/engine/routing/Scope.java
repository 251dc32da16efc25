package io.strowger.engine.routing;

import io.strowger.engine.command.Decision;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.record.RecordWriter;
import org.jspecify.annotations.Nullable;

/** What the deciders work with while one command is decided: the state, the record, the answer. Reused. */
final class Scope {
    final RouterState state;
    final EventApplier applier;
    final RoutingEvents events = new RoutingEvents();

    /** The answer; deciders set what is not read off the conversation. */
    Decision decision = new Decision();

    /** The conversation whose standing the answer tells, or null. */
    @Nullable
    ConversationState about;

    private RecordWriter record = new RecordWriter();

    Scope(RouterState state) {
        this.state = state;
        this.applier = new EventApplier(state);
    }

    void begin(RecordWriter record, Decision decision) {
        this.record = record;
        this.decision = decision;
        about = null;
        applier.begin(record.sequence(), record.now());
    }

    RecordWriter record() {
        return record;
    }

    /** The time of the command, epoch nanoseconds. */
    long now() {
        return record.now();
    }

    /** Puts an event into the record and applies it. */
    void emit(OrganizationState organization, DomainEvent event) {
        emit(organization.number, event);
    }

    /** Puts an event into the record and applies it. */
    void emit(int organization, DomainEvent event) {
        record.emit(organization, event);
        applier.apply(organization, event);
    }

    /** Refuses a command in a sentence, or in none. */
    Outcome refuse(Outcome outcome, String detail) {
        decision.detail = detail;
        return outcome;
    }
}
