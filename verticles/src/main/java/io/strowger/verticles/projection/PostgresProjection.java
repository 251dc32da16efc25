package io.strowger.verticles.projection;

import io.strowger.engine.CommittedRecords;
import io.strowger.verticles.config.ProjectionSettings;
import io.strowger.verticles.config.StoreAddress;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Keeps PostgreSQL up to date with the journal, on a thread of its own: each batch of records is one transaction that also
 * moves the position, so that each record lands exactly once whatever fails. A database that is away, at the start or later,
 * is tried again until it comes; then its tables are migrated and the backlog is written.
 */
public final class PostgresProjection implements Projection {
    /** A thin stream costs at most this many transactions a second: fifty milliseconds apart. */
    private static final Duration SPACING = Duration.ofMillis(50);

    private final JournalTail tail;

    /** A projection that is not started. */
    public PostgresProjection(CommittedRecords committed, StoreAddress address, ProjectionSettings settings) {
        this(committed, address, settings, InstantSource.system());
    }

    /** As above, with a clock that tells how old the lag is. */
    public PostgresProjection(
            CommittedRecords committed, StoreAddress address, ProjectionSettings settings, InstantSource clock) {
        PostgresSink sink = new PostgresSink(new PostgresConnector(address), committed);
        this.tail = new JournalTail(
                PostgresSink.NAME, committed, sink, settings.batchRecords(), SPACING, settings.retry(), clock);
    }

    @Override
    public String name() {
        return PostgresSink.NAME;
    }

    @Override
    public void start() {
        tail.start();
    }

    @Override
    public ProjectionStatus status() {
        return tail.status();
    }

    @Override
    public void close() {
        tail.close();
    }
}
