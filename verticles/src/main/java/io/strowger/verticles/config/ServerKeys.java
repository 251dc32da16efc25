package io.strowger.verticles.config;

import io.strowger.engine.pipeline.Topology;
import io.strowger.models.drift.DriftSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every key of the server's configuration, in the order of the shipped file. */
final class ServerKeys {
    private static final long KIB = 1L << 10;
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;
    private static final long TIB = 1L << 40;
    private static final List<ConfigKey<?>> ALL = new ArrayList<>();

    static final ConfigKey<Path> DATA_DIR = key(
            "data-dir",
            ValueType.path(),
            "data",
            "Where everything durable lives: journal, keys, embedded stores. One server at a time may use it.");

    static final ConfigKey<String> HTTP_HOST = key(
            "http.host",
            ValueType.text(),
            "127.0.0.1",
            "The address that HTTP and WebSocket listen on; 0.0.0.0 for all addresses of the machine.");
    static final ConfigKey<Integer> HTTP_PORT = key(
            "http.port", ValueType.integer(0, 65_535), "8080", "The port of HTTP and WebSocket; 0 for any free one.");
    static final ConfigKey<Long> HTTP_BODY_LIMIT = key(
            "http.body-limit",
            ValueType.size(KIB, 64 * MIB),
            "512KiB",
            "The largest request body; a larger one is answered with status 413.");
    static final ConfigKey<Duration> HTTP_IDLE_TIMEOUT = key(
            "http.idle-timeout",
            ValueType.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
            "75s",
            "A connection on which nothing was read or written for that long is closed.");

    static final ConfigKey<String> TCP_HOST =
            key("tcp.host", ValueType.text(), "127.0.0.1", "The address that TCP (JSON lines) listens on.");
    static final ConfigKey<Integer> TCP_PORT =
            key("tcp.port", ValueType.integer(0, 65_535), "7070", "The port of TCP; 0 for any free one.");
    static final ConfigKey<Long> TCP_LINE_LIMIT = key(
            "tcp.line-limit",
            ValueType.size(KIB, 64 * MIB),
            "512KiB",
            "The longest line; a longer one is skipped to its end and answered with an error.");
    static final ConfigKey<Duration> TCP_TOKEN_TIMEOUT = key(
            "tcp.token-timeout",
            ValueType.duration(Duration.ofMillis(100), Duration.ofMinutes(5)),
            "5s",
            "How long a new connection may take to send its token.");
    static final ConfigKey<Integer> TCP_PENDING_ANSWERS = counted(
            "tcp.pending-answers",
            ValueType.integer(1, 1 << 20),
            "1024",
            "answers",
            "How many answers a connection may wait for before no more of it is read.");
    static final ConfigKey<Long> TCP_PENDING_BYTES = key(
            "tcp.pending-bytes",
            ValueType.size(64 * KIB, GIB),
            "1MiB",
            "How many bytes of answers a connection may have pending before no more of it is read.");

    static final ConfigKey<Integer> NETWORK_EVENT_LOOPS = counted(
            "network.event-loops",
            ValueType.automatic(256),
            "auto",
            "threads",
            "How many threads serve the connections; auto: one up to 2 cores, two up to 4, a quarter of the cores beyond.");

    static final ConfigKey<Long> JOURNAL_SEGMENT_BYTES = key(
            "journal.segment-bytes",
            ValueType.size(MIB, GIB),
            "64MiB",
            "The size of a journal file; files are allocated ahead of need.");
    static final ConfigKey<Long> JOURNAL_MAX_BYTES = key(
            "journal.max-bytes",
            ValueType.size(4 * MIB, 64 * TIB),
            "16GiB",
            "How large all journal files together may get; new work is refused beyond, nothing is lost.");
    static final ConfigKey<Long> JOURNAL_MINIMUM_FREE_BYTES = key(
            "journal.minimum-free-bytes",
            ValueType.size(0, 64 * TIB),
            "256MiB",
            "How much of the disk must stay free; new work is refused below.");

    static final ConfigKey<Topology> ENGINE_TOPOLOGY = key(
            "engine.topology",
            ValueType.choice(Topology.class),
            "auto",
            "Which threads the engine has. compact: one analyzes and decides, one commits; dedicated: one or more analyze, "
                    + "one decides, one commits; auto: compact up to 4 cores, else dedicated.");
    static final ConfigKey<Integer> ENGINE_ANALYZERS = counted(
            "engine.analyzers",
            ValueType.automatic(64),
            "auto",
            "threads",
            "How many threads analyze in the dedicated topology; auto: a quarter of the cores, at least one.");
    static final ConfigKey<Integer> ENGINE_RING_SIZE = counted(
            "engine.ring-size",
            ValueType.powerOfTwo(64, 1 << 20),
            "8192",
            "commands",
            "How many commands the ring holds; each takes about 3 KiB of memory.");
    static final ConfigKey<Duration> ENGINE_SPIN = key(
            "engine.spin",
            ValueType.duration(Duration.ZERO, Duration.ofMillis(1)),
            "20us",
            "How long a thread without work spins before it yields and blocks. More answers faster and uses more of the processor.");
    static final ConfigKey<Duration> ENGINE_MAX_WAIT = key(
            "engine.max-wait",
            ValueType.duration(Duration.ofMillis(1), Duration.ofSeconds(10)),
            "50ms",
            "How long an accepted message may wait in the ring at the measured rate; what would wait longer is refused.");
    static final ConfigKey<Long> ENGINE_TEXT_LIMIT = key(
            "engine.text-limit",
            ValueType.size(KIB, MIB),
            "64KiB",
            "The longest text of a message in UTF-8; a longer one is refused.");

    static final ConfigKey<Integer> ENGINE_LARGE_BUFFERS = counted(
            "engine.large-buffers",
            ValueType.integer(1, 1 << 16),
            "256",
            "commands",
            "How many commands with more than 1 KiB may be in the ring at once.");

    static final ConfigKey<Long> IDEMPOTENCY_BYTES = key(
            "idempotency.bytes",
            ValueType.size(MIB, 64 * GIB),
            "512MiB",
            "How much memory the ids of past messages may take; the oldest leave first.");

    static final ConfigKey<@Nullable Path> MODELS_DIRECTORY = optional(
            "models.directory",
            ValueType.path(),
            "A directory that ./strowger train wrote; without it the shipped models are used.");

    static final ConfigKey<Double> MODELS_DRIFT_THRESHOLD = key(
            "models.drift-threshold",
            ValueType.decimal(0.01, 10),
            "0.2",
            "The population stability index from which on a model's answers count as drifted from its reference; 0.1 is a small change, "
                    + "0.25 a large one.");
    static final ConfigKey<Integer> MODELS_DRIFT_MESSAGES = counted(
            "models.drift-messages",
            ValueType.integer(DriftSettings.LEAST_MESSAGES, 10_000_000),
            "10000",
            "messages",
            "A window whose answers are compared with the reference ends when it has so many messages.");
    static final ConfigKey<Duration> MODELS_DRIFT_WINDOW = key(
            "models.drift-window",
            ValueType.duration(Duration.ofSeconds(1), Duration.ofDays(30)),
            "1h",
            "Or when it is that old and has " + DriftSettings.LEAST_MESSAGES + " messages.");
    static final ConfigKey<Boolean> DEEP_ENABLED = key(
            "deep.enabled",
            ValueType.flag(),
            "false",
            "Whether messages that the inline model is unsure of are asked about again, of a sentence encoder that takes "
                    + "milliseconds; needs models.directory with a deep part. Routing never waits for it.");
    static final ConfigKey<Integer> DEEP_THREADS = counted(
            "deep.threads",
            ValueType.integer(1, 64),
            "1",
            "threads",
            "How many texts are encoded side by side; each thread uses a core while it works, and 100 MB.");
    static final ConfigKey<Integer> DEEP_QUEUE = counted(
            "deep.queue",
            ValueType.integer(1, 1 << 20),
            "256",
            "messages",
            "How many messages may wait for it; one that comes while so many do is not asked about.");
    static final ConfigKey<Integer> DEEP_BATCH = counted(
            "deep.batch", ValueType.integer(1, 1024), "16", "messages", "How many of them a thread takes at once.");
    static final ConfigKey<Duration> DEEP_TIMEOUT = key(
            "deep.timeout",
            ValueType.duration(Duration.ofMillis(100), Duration.ofMinutes(5)),
            "10s",
            "How long one text, or loading the encoder, may take before the session is given up and another is loaded.");

    static final ConfigKey<@Nullable URI> POSTGRES_URI = optional(
            "postgres.uri",
            ValueType.uri("postgresql", "postgres"),
            "Your PostgreSQL, as postgresql://user@host:5432/database; without it the server starts an embedded one.");
    static final ConfigKey<@Nullable Path> POSTGRES_PASSWORD_FILE =
            optional("postgres.password-file", ValueType.path(), "A file whose first line is the password.");
    static final ConfigKey<@Nullable Secret> POSTGRES_PASSWORD =
            optional("postgres.password", ValueType.secret(), "The password itself; only the environment may hold it.");

    static final ConfigKey<@Nullable URI> REDIS_URI = optional(
            "redis.uri",
            ValueType.uri("redis", "rediss"),
            "Your Redis, as redis://host:6379/0; without it the server starts an embedded one.");
    static final ConfigKey<@Nullable Path> REDIS_PASSWORD_FILE =
            optional("redis.password-file", ValueType.path(), "A file whose first line is the password.");
    static final ConfigKey<@Nullable Secret> REDIS_PASSWORD =
            optional("redis.password", ValueType.secret(), "The password itself; only the environment may hold it.");

    static final ConfigKey<Integer> PROJECTION_BATCH_RECORDS = counted(
            "projection.batch-records",
            ValueType.integer(1, 100_000),
            "1000",
            "records",
            "How many journal records a projection writes in one transaction at most.");
    static final ConfigKey<Duration> PROJECTION_RETRY = key(
            "projection.retry",
            ValueType.duration(Duration.ofMillis(10), Duration.ofMinutes(5)),
            "1s",
            "How long a projection waits before it tries a store again that did not answer.");

    static final ConfigKey<Path> ORGANIZATION_DIRECTORY = key(
            "organization.directory",
            ValueType.path(),
            "conf/demo",
            "The organization that seeds an empty data directory; later changes go through ./strowger apply.");

    static final ConfigKey<Duration> TOKENS_LIFETIME = key(
            "tokens.lifetime",
            ValueType.duration(Duration.ofMinutes(1), Duration.ofDays(3650)),
            "12h",
            "How long a token of ./strowger token is valid when it is not told otherwise.");
    static final ConfigKey<Duration> TOKENS_CLOCK_SKEW = key(
            "tokens.clock-skew",
            ValueType.duration(Duration.ZERO, Duration.ofMinutes(5)),
            "30s",
            "How far the clocks of those who make tokens and this server may differ.");

    static final ConfigKey<Duration> AGENTS_TOKEN_TIMEOUT = key(
            "agents.token-timeout",
            ValueType.duration(Duration.ofMillis(100), Duration.ofMinutes(5)),
            "5s",
            "How long a new agent session may take to send its token.");
    static final ConfigKey<Duration> AGENTS_PING_INTERVAL = key(
            "agents.ping-interval",
            ValueType.duration(Duration.ofSeconds(1), Duration.ofMinutes(10)),
            "15s",
            "How often an agent session is asked for a sign of life; two unanswered pings count as a lost connection.");

    static final ConfigKey<LogLevel> LOG_LEVEL = key(
            "log.level", ValueType.choice(LogLevel.class), "info", "What is logged: this level and everything worse.");
    static final ConfigKey<LogFormat> LOG_FORMAT = key(
            "log.format",
            ValueType.choice(LogFormat.class),
            "text",
            "How a log line looks: text for people, json for machines.");

    static final ConfigKey<Duration> SHUTDOWN_TIMEOUT = key(
            "shutdown.timeout",
            ValueType.duration(Duration.ofSeconds(1), Duration.ofMinutes(10)),
            "20s",
            "How long a stop may take to answer and commit what was accepted before it is forced.");

    private ServerKeys() {}

    /** All keys in their order. */
    static List<ConfigKey<?>> all() {
        return List.copyOf(ALL);
    }

    private static <T extends @Nullable Object> ConfigKey<T> key(
            String name, ValueType<T> type, String byDefault, String description) {
        return counted(name, type, byDefault, "", description);
    }

    private static <T extends @Nullable Object> ConfigKey<T> counted(
            String name, ValueType<T> type, String byDefault, String unit, String description) {
        return listed(new ConfigKey<>(name, type, byDefault, unit, description));
    }

    @SuppressWarnings("unchecked")
    private static <T> ConfigKey<@Nullable T> optional(String name, ValueType<T> type, String description) {
        return (ConfigKey<@Nullable T>) listed(new ConfigKey<>(name, type, null, "", description));
    }

    private static <T extends @Nullable Object> ConfigKey<T> listed(ConfigKey<T> key) {
        ALL.add(key);
        return key;
    }
}
