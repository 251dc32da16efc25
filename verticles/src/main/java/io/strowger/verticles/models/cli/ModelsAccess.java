package io.strowger.verticles.models.cli;

import io.strowger.models.registry.RegistryException;
import io.strowger.models.registry.RegistryLock;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.config.ServerConfig;
import io.strowger.verticles.models.ModelService;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reaches the models of a data directory: through its server when one runs, which the registry's lock tells, else directly.
 * What only reads needs no server, because all that it shows is in files.
 */
final class ModelsAccess {
    private static final String PATH = "/api/v1/models";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int OK = 200;

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
        return options.server == null ? direct(work) : http(options.server, "GET", path, null);
    }

    /** Asks the server that runs; null when none does. */
    @Nullable
    JsonObject readRunning(String path) throws IOException {
        URI server = options.server == null ? running() : options.server;
        return server == null ? null : http(server, "GET", path, null);
    }

    /** Changes something through the server when one runs, else in the files. */
    JsonObject change(Work work, String method, String path, @Nullable JsonObject body) throws IOException {
        if (options.server != null) {
            return http(options.server, method, path, body);
        }
        Path root = config.registryDirectory();
        try (RegistryLock lock = RegistryLock.tryTake(root)) {
            if (lock != null) {
                return direct(work);
            }
        }
        URI server = running();
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

    /** Where the server of the data directory is; null when none runs, whatever one that was killed has left. */
    private @Nullable URI running() throws IOException {
        try (RegistryLock lock = RegistryLock.tryTake(config.registryDirectory())) {
            if (lock != null) {
                return null;
            }
        }
        String line = RegistryLock.lineOf(config.registryDirectory());
        return line.isEmpty() ? null : URI.create(line);
    }

    private JsonObject http(URI server, String method, String path, @Nullable JsonObject body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(PATH + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + options.token(console, config))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.encode()));
        HttpResponse<String> answer;
        try {
            answer = HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .build()
                    .send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw CommandFailure.failed(
                    server + " can't be reached; is the server running, and is this its address?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("the call was interrupted; whether it took effect is not known", e);
        }
        if (answer.statusCode() != OK) {
            throw CommandFailure.failed(detail(server, answer));
        }
        return new JsonObject(answer.body());
    }

    private static String detail(URI server, HttpResponse<String> answer) {
        try {
            JsonObject problem = new JsonObject(answer.body());
            return problem.getString("detail", problem.getString("title", server + " answered " + answer.statusCode()));
        } catch (DecodeException | ClassCastException e) {
            return server + " answered with the status " + answer.statusCode();
        }
    }

    /** What a command does where no server is asked. */
    interface Work {
        JsonObject with(ModelService service, String organization) throws IOException, RegistryException;
    }
}
