package io.strowger.verticles.config;

import static io.strowger.verticles.config.ServerKeys.*;

import io.strowger.engine.EngineSettings;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.models.drift.DriftSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Layers the sources of the server's configuration and builds the records. */
final class ServerConfigReader {
    private static final int JOURNAL_SEGMENTS = 4;

    private final ConfigValues values;
    private final int cores = Runtime.getRuntime().availableProcessors();

    private ServerConfigReader(ConfigValues values) {
        this.values = values;
    }

    static ServerConfig read(ConfigSources sources) {
        Path home = sources.home().toAbsolutePath().normalize();
        Path workingDirectory = sources.workingDirectory().toAbsolutePath();
        ConfigValues values = new ConfigValues(ServerKeys.all(), home);
        Path shipped = home.resolve("conf").resolve("strowger.yaml");
        if (sources.file() != null) {
            Path file = workingDirectory.resolve(sources.file());
            values.putFile(TextFiles.read(file), sources.file().toString(), home);
        } else if (Files.exists(shipped)) {
            values.putFile(TextFiles.read(shipped), "conf/strowger.yaml", home);
        }
        values.putEnvironment(sources.environment(), workingDirectory);
        values.putOptions(sources.options(), workingDirectory);
        return new ServerConfigReader(values).build();
    }

    private ServerConfig build() {
        ServerKeys.all().forEach(values::find);
        stopAtProblems();
        StoreAddress postgres = store(POSTGRES_URI, POSTGRES_PASSWORD, POSTGRES_PASSWORD_FILE);
        StoreAddress redis = store(REDIS_URI, REDIS_PASSWORD, REDIS_PASSWORD_FILE);
        checkTogether();
        stopAtProblems();
        return new ServerConfig(
                value(DATA_DIR),
                new HttpSettings(value(HTTP_HOST), value(HTTP_PORT), bytes(HTTP_BODY_LIMIT), value(HTTP_IDLE_TIMEOUT)),
                new TcpSettings(
                        value(TCP_HOST),
                        value(TCP_PORT),
                        bytes(TCP_LINE_LIMIT),
                        value(TCP_TOKEN_TIMEOUT),
                        value(TCP_PENDING_ANSWERS),
                        bytes(TCP_PENDING_BYTES)),
                eventLoops(),
                new JournalConfig(
                        value(DATA_DIR).resolve("journal"),
                        bytes(JOURNAL_SEGMENT_BYTES),
                        JournalConfig.DEFAULT_BATCH_BYTES,
                        value(JOURNAL_MAX_BYTES),
                        value(JOURNAL_MINIMUM_FREE_BYTES)),
                engine(),
                values.find(MODELS_DIRECTORY),
                new DriftSettings(
                        value(MODELS_DRIFT_THRESHOLD), value(MODELS_DRIFT_MESSAGES), value(MODELS_DRIFT_WINDOW)),
                new DeepSettings(
                        value(DEEP_ENABLED),
                        value(DEEP_THREADS),
                        value(DEEP_QUEUE),
                        value(DEEP_BATCH),
                        value(DEEP_TIMEOUT)),
                postgres,
                redis,
                new ProjectionSettings(value(PROJECTION_BATCH_RECORDS), value(PROJECTION_RETRY)),
                value(ORGANIZATION_DIRECTORY),
                new TokenSettings(value(TOKENS_LIFETIME), value(TOKENS_CLOCK_SKEW)),
                new AgentSettings(value(AGENTS_TOKEN_TIMEOUT), value(AGENTS_PING_INTERVAL)),
                new LogSettings(value(LOG_LEVEL), value(LOG_FORMAT)),
                value(SHUTDOWN_TIMEOUT),
                values.notes().stream().map(ConfigProblem::toString).toList(),
                values.effective());
    }

    private EngineSettings engine() {
        int analyzers = value(ENGINE_ANALYZERS);
        return new EngineSettings(
                value(ENGINE_TOPOLOGY),
                analyzers == 0 ? Math.max(1, cores / 4) : analyzers,
                value(ENGINE_RING_SIZE),
                value(ENGINE_SPIN),
                value(ENGINE_MAX_WAIT),
                bytes(ENGINE_TEXT_LIMIT),
                value(ENGINE_LARGE_BUFFERS),
                value(IDEMPOTENCY_BYTES));
    }

    private int eventLoops() {
        int eventLoops = value(NETWORK_EVENT_LOOPS);
        if (eventLoops != 0) {
            return eventLoops;
        }
        return cores <= 2 ? 1 : Math.max(2, cores / 4);
    }

    /** What single values can't say. */
    private void checkTogether() {
        if (value(JOURNAL_MAX_BYTES) < JOURNAL_SEGMENTS * value(JOURNAL_SEGMENT_BYTES)) {
            values.wrong(JOURNAL_MAX_BYTES, "it must hold at least four files of journal.segment-bytes");
        }
        if (value(DEEP_ENABLED) && values.find(MODELS_DIRECTORY) == null) {
            values.wrong(
                    DEEP_ENABLED,
                    "models.directory is missing; the deep tier needs a directory that './strowger train --tier deep' wrote");
        }
        if (value(HTTP_BODY_LIMIT) < value(ENGINE_TEXT_LIMIT)) {
            values.wrong(
                    HTTP_BODY_LIMIT, "it is less than engine.text-limit, so that the longest texts could not come in");
        }
        if (value(TCP_LINE_LIMIT) < value(ENGINE_TEXT_LIMIT)) {
            values.wrong(
                    TCP_LINE_LIMIT, "it is less than engine.text-limit, so that the longest texts could not come in");
        }
        if (value(HTTP_PORT) != 0
                && value(HTTP_PORT).equals(value(TCP_PORT))
                && value(HTTP_HOST).equals(value(TCP_HOST))) {
            values.wrong(TCP_PORT, "http.port is the same; the two need a port each");
        }
    }

    private @Nullable StoreAddress store(
            ConfigKey<@Nullable URI> address, ConfigKey<@Nullable Secret> password, ConfigKey<@Nullable Path> file) {
        URI uri = values.find(address);
        Secret secret = values.find(password);
        Path passwordFile = values.find(file);
        if (uri == null) {
            if (secret != null || passwordFile != null) {
                values.wrong(
                        secret != null ? password : file,
                        address.name() + " is missing; the embedded store has its own");
            }
            return null;
        }
        if (secret == null && passwordFile != null) {
            secret = firstLine(file, passwordFile);
        }
        return StoreAddress.of(uri, secret);
    }

    private @Nullable Secret firstLine(ConfigKey<?> key, Path file) {
        try {
            String line = TextFiles.read(file).lines().findFirst().orElse("").strip();
            if (line.isEmpty()) {
                values.wrong(key, "the first line of " + file + " is empty");
            }
            return new Secret(line);
        } catch (ConfigException e) {
            e.problems().forEach(problem -> values.wrong(key, problem.where() + ": " + problem.message()));
            return null;
        }
    }

    private <T> T value(ConfigKey<T> key) {
        return Objects.requireNonNull(values.find(key), key.name());
    }

    private int bytes(ConfigKey<Long> key) {
        return Math.toIntExact(value(key));
    }

    private void stopAtProblems() {
        if (!values.problems().isEmpty()) {
            throw new ConfigException(values.problems());
        }
    }
}
