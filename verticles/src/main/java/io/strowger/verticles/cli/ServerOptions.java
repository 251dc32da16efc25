package io.strowger.verticles.cli;

import io.strowger.models.registry.RegistryLock;
import io.strowger.verticles.config.ServerConfig;
import io.strowger.verticles.identity.AdminToken;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options by which a command finds a running server, and the token for it. */
public final class ServerOptions {
    private static final String ALL_ADDRESSES = "0.0.0.0";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Pattern TOKEN = Pattern.compile("[!-~]+");

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    @Option(
            names = "--server",
            paramLabel = "URL",
            converter = ServerAddress.class,
            description = "The server's address (default: that of the data directory's server, else as configured).")
    private @Nullable URI server;

    @Option(
            names = "--token-file",
            paramLabel = "F",
            description = "A file with an admin's token (default: admin.token of the data directory).")
    private @Nullable Path tokenFile;

    /** The configuration of the server on this machine. */
    public ServerConfig config(Console console) {
        ServerConfig config = configOptions.load(console, Map.of());
        Path data = config.dataDirectory();
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw CommandFailure.wrongCall(data + " is not a directory; --data-dir names the server's data directory");
        }
        return config;
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

    private static String text(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw CommandFailure.wrongCall(file + " is a directory; --token-file names a file with a token");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    /** The token, for the server alone: not to be printed. */
    public String token(Console console, ServerConfig config) throws IOException {
        Path file = tokenFile == null ? AdminToken.file(config.dataDirectory()) : console.resolve(tokenFile);
        if (!Files.exists(file)) {
            throw CommandFailure.failed(
                    "there is no token in " + file + ": start the server once, or say --data-dir or --token-file");
        }
        String token = text(file).strip();
        if (!TOKEN.matcher(token).matches()) {
            throw CommandFailure.failed(file + " holds no token, which is one line without blanks: "
                    + "'./strowger token' makes one; the server writes admin.token anew when it starts");
        }
        return token;
    }
}
