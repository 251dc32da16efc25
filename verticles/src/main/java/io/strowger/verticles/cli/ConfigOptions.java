package io.strowger.verticles.cli;

import io.strowger.verticles.config.ConfigSources;
import io.strowger.verticles.config.ServerConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command finds the server's configuration. */
public final class ConfigOptions {
    @Option(
            names = "--config",
            paramLabel = "F",
            description = "The configuration file (default: conf/strowger.yaml of the installation).")
    private @Nullable Path file;

    @Option(names = "--data-dir", paramLabel = "D", description = "Where everything durable lives (default: data).")
    private @Nullable Path dataDirectory;

    /**
     * Reads the configuration: defaults, file, environment, and what was given on the command line.
     *
     * @param options further keys that were given on the command line, with their values
     * @throws io.strowger.verticles.config.ConfigException with everything that is wrong
     */
    public ServerConfig load(Console console, Map<String, String> options) {
        Map<String, String> given = new LinkedHashMap<>(options);
        if (dataDirectory != null) {
            given.put("data-dir", dataDirectory.toString());
        }
        return ServerConfig.load(
                new ConfigSources(console.home(), console.workingDirectory(), file, console.environment(), given));
    }
}
