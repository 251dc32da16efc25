package io.strowger.verticles.config;

import io.strowger.engine.EngineSettings;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.models.drift.DriftSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The server's whole configuration, checked. Immutable. All paths are absolute.
 *
 * @param dataDirectory where everything durable lives
 * @param http HTTP and WebSocket
 * @param tcp TCP with JSON lines
 * @param eventLoops threads that serve connections
 * @param journal the journal's files, below the data directory
 * @param engine the engine's threads and sizes, "auto" resolved for this machine
 * @param modelsDirectory trained models, null for the shipped ones
 * @param drift when the models' answers count as drifted
 * @param deep the deep tier
 * @param postgres your PostgreSQL, null for the embedded one
 * @param redis your Redis, null for the embedded one
 * @param projection how projections write
 * @param organizationDirectory what seeds an empty data directory
 * @param tokens tokens
 * @param agents agent sessions
 * @param log logging
 * @param shutdownTimeout how long a stop may take before it is forced
 * @param notes what is no error but worth a warning at the start, a sentence each
 * @param effective every value with its source, secrets as {@code ***}, a line each
 */
public record ServerConfig(
        Path dataDirectory,
        HttpSettings http,
        TcpSettings tcp,
        int eventLoops,
        JournalConfig journal,
        EngineSettings engine,
        @Nullable Path modelsDirectory,
        DriftSettings drift,
        DeepSettings deep,
        @Nullable StoreAddress postgres,
        @Nullable StoreAddress redis,
        ProjectionSettings projection,
        Path organizationDirectory,
        TokenSettings tokens,
        AgentSettings agents,
        LogSettings log,
        Duration shutdownTimeout,
        List<String> notes,
        List<String> effective) {
    public ServerConfig {
        notes = List.copyOf(notes);
        effective = List.copyOf(effective);
    }

    /** Where the models are that were added to this server, and which of them are in use. */
    public Path registryDirectory() {
        return dataDirectory.resolve("models");
    }

    /**
     * Reads all sources.
     *
     * @throws ConfigException with everything that is wrong
     */
    public static ServerConfig load(ConfigSources sources) {
        return ServerConfigReader.read(sources);
    }
}
