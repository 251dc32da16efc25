package io.strowger.verticles.cli;

import io.strowger.models.registry.RegistryLock;
import io.strowger.verticles.config.ServerConfig;
import io.strowger.verticles.identity.AdminToken;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command finds a running server, and the token for it. */
public final class ServerOptions {
    private static final String ALL_ADDRESSES = "0.0.0.0";
    private static final String LOOPBACK = "127.0.0.1";

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The server's address (default: that of the data directory's server, else as configured).")
    private @Nullable URI server;

    @Option(
            names = "--token-file",
            paramLabel = "F",
            description = "A file with an admin's token (default: admin.token of the data directory).")
    private @Nullable Path tokenFile;

    /** The configuration of the server on this machine. */
    public ServerConfig config(Console console) {
        return configOptions.load(console, Map.of());
    }

    /** The address that was named on the command line, or null. */
    public @Nullable URI named() {
        return server;
    }

    /** The server's address. */
    public URI address(ServerConfig config) throws IOException {
        if (server != null) {
            return server;
        }
        URI running = running(config);
        return running == null ? configured(config) : running;
    }

    /** Where the server of the data directory is; null when none runs, whatever one that was killed has left. */
    public @Nullable URI running(ServerConfig config) throws IOException {
        try (RegistryLock lock = RegistryLock.tryTake(config.registryDirectory())) {
            if (lock != null) {
                return null;
            }
        }
        String line = RegistryLock.lineOf(config.registryDirectory());
        return line.isEmpty() ? null : URI.create(line);
    }

    private static URI configured(ServerConfig config) {
        String host = config.http().host();
        return URI.create("http://" + (host.equals(ALL_ADDRESSES) ? LOOPBACK : host) + ":"
                + config.http().port());
    }

    /** The token, for the server alone: not to be printed. */
    public String token(Console console, ServerConfig config) throws IOException {
        Path file = tokenFile == null ? AdminToken.file(config.dataDirectory()) : console.resolve(tokenFile);
        if (!Files.exists(file)) {
            throw CommandFailure.failed(
                    "there is no token in " + file + ": start the server once, or say --data-dir or --token-file");
        }
        return Files.readString(file).strip();
    }
}
