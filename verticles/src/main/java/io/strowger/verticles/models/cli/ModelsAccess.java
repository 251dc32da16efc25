package io.strowger.verticles.models.cli;

import io.strowger.models.registry.RegistryException;
import io.strowger.models.registry.RegistryLock;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ServerClient;
import io.strowger.verticles.config.ServerConfig;
import io.strowger.verticles.models.ModelService;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reaches the models of a data directory: through its server when one runs, which the registry's lock tells, else directly.
 * What only reads needs no server, because all that it shows is in files.
 */
final class ModelsAccess {
    private static final String PATH = "/api/v1/models";

    private final Console console;
    private final ModelsOptions options;
    private final ServerConfig config;

    ModelsAccess(Console console, ModelsOptions options) {
        this.console = console;
        this.options = options;
        this.config = options.config(console);
    }

    /** Reads through a server if one was named, else from the files. */
    JsonObject read(Work work, String path) throws IOException {
        URI server = options.server.named();
        return server == null ? direct(work) : http(server, "GET", path, null);
    }

    /** Asks the server that runs; null when none does. */
    @Nullable
    JsonObject readRunning(String path) throws IOException {
        URI server = options.server.named() == null ? options.server.running(config) : options.server.named();
        return server == null ? null : http(server, "GET", path, null);
    }

    /** Changes something through the server when one runs, else in the files. */
    JsonObject change(Work work, String method, String path, @Nullable JsonObject body) throws IOException {
        URI named = options.server.named();
        if (named != null) {
            return http(named, method, path, body);
        }
        Path root = config.registryDirectory();
        try (RegistryLock lock = RegistryLock.tryTake(root)) {
            if (lock != null) {
                return direct(work);
            }
        }
        URI server = options.server.running(config);
        if (server == null) {
            throw CommandFailure.failed(
                    "a server of " + config.dataDirectory() + " is starting, or another command is at work; try again");
        }
        return http(server, method, path, body);
    }

    /** The path of a model. */
    static String pathOf(String version) {
        return "/" + URLEncoder.encode(version, StandardCharsets.UTF_8).replace("+", "%20");
    }

    ServerConfig config() {
        return config;
    }

    private JsonObject direct(Work work) throws IOException {
        try {
            return work.with(options.atRest(config), options.organization(config));
        } catch (RegistryException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
        }
    }

    private JsonObject http(URI server, String method, String path, @Nullable JsonObject body) throws IOException {
        return new ServerClient(server, options.server.token(console, config)).call(method, PATH + path, body);
    }

    /** What a command does where no server is asked. */
    interface Work {
        JsonObject with(ModelService service, String organization) throws IOException, RegistryException;
    }
}
