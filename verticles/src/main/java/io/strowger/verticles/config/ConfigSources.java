package io.strowger.verticles.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the server's configuration comes from; later sources overrule earlier ones: defaults, file, environment, options.
 *
 * @param home the installation's directory; relative paths in defaults and in the file are taken from it
 * @param workingDirectory relative paths in the environment and in options are taken from it
 * @param file the configuration file; null for {@code conf/strowger.yaml} of the home where it exists
 * @param environment the process's environment; variables that don't start with {@code STROWGER_} are not looked at
 * @param options values given on the command line, by the key's name, for example {@code http.port}
 */
public record ConfigSources(
        Path home,
        Path workingDirectory,
        @Nullable Path file,
        Map<String, String> environment,
        Map<String, String> options) {
    public ConfigSources {
        environment = Map.copyOf(environment);
        options = Map.copyOf(options);
    }
}
