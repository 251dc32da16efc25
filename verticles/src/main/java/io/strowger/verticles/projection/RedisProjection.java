package io.strowger.verticles.projection;

import io.strowger.engine.CommittedRecords;
import io.strowger.verticles.config.ProjectionSettings;
import io.strowger.verticles.config.StoreAddress;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Keeps the views of queues and agents in Redis up to date with the journal, on a thread of its own, for other processes to
 * read. Redis may be away, and may be emptied at any time: it is filled again from the journal. {@link RedisKeys} has the
 * keys.
 */
public final class RedisProjection implements Projection {
    private static final String NAME = "redis";
    private static final Duration SPACING = Duration.ofMillis(20);

    private final JournalTail tail;

    /** A projection that is not started; the connection lives on the Vert.x instance's event loops. */
    public RedisProjection(Vertx vertx, CommittedRecords committed, StoreAddress address, ProjectionSettings settings) {
        this(vertx, committed, address, settings, InstantSource.system());
    }

    /** As above, with a clock that tells how old the lag is. */
    public RedisProjection(
            Vertx vertx,
            CommittedRecords committed,
            StoreAddress address,
            ProjectionSettings settings,
            InstantSource clock) {
        this.tail = new JournalTail(
                NAME,
                committed,
                new RedisSink(vertx, address, committed),
                settings.batchRecords(),
                SPACING,
                settings.retry(),
                clock);
    }

    @Override
    public String name() {
        return NAME;
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
