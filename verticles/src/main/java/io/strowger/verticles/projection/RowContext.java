package io.strowger.verticles.projection;

import io.strowger.engine.CommittedRecords;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.record.RecordView;
import org.jspecify.annotations.Nullable;

/** Turns the numbers in events into the names that stores hold. Used by projection threads. */
final class RowContext {
    private final CommittedRecords committed;

    RowContext(CommittedRecords committed) {
        this.committed = committed;
    }

    /** The names of the current event's organization. */
    Names names(RecordView record) {
        return names(record.eventOrganization());
    }

    Names names(int organization) {
        Names names = committed.directory().organization(organization);
        if (names == null) {
            throw new IllegalStateException(
                    "the journal names organization " + organization + ", the directory does not");
        }
        return names;
    }

    /** The id of the current event's organization. */
    String organization(RecordView record) {
        return names(record).configuration().id();
    }

    /** The label with that stable number, or null for none. */
    @Nullable
    String label(int number) {
        return number < 0 ? null : committed.directory().labels().name(number);
    }

    /** The name with that index, or null for nobody. */
    static @Nullable String nameOrNull(NameTable names, int index) {
        return index == DomainEvent.NOBODY ? null : names.name(index);
    }
}
