package io.strowger.verticles.embedded;

import java.util.List;

/** What the embedded PostgreSQL is started with. */
final class PostgresSettings {
    static final List<String> ALL = List.of(
            // Only this machine, and no socket file, whose path could be too long.
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            // A committed transaction survives a crash.
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            // A small server for one application that writes in batches.
            "max_connections=40",
            "shared_buffers=128MB",
            "wal_level=minimal",
            "max_wal_senders=0",
            "max_wal_size=1GB",
            "checkpoint_completion_target=0.9",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC");

    private PostgresSettings() {}
}
