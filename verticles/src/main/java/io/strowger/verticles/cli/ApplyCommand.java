package io.strowger.verticles.cli;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.rules.OrganizationCheck;
import io.strowger.models.linear.InlineModels;
import io.strowger.verticles.config.OrganizationReport;
import io.strowger.verticles.config.OrganizationUpload;
import io.strowger.verticles.config.Secret;
import io.strowger.verticles.config.ServerConfig;
import io.strowger.verticles.identity.AdminToken;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code apply}: brings an organization's configuration into a running server. */
@Command(
        name = "apply",
        description = {
            "Bring an organization's configuration into a running server: checked first, then replaced as a whole or not at "
                    + "all.",
            "Without --server it is the server of the configuration on this machine; the token is that of its data directory."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger apply conf/demo",
            "  ./strowger apply my-shop --server http://10.0.0.7:8080 --token-file admin.token"
        })
final class ApplyCommand implements Callable<Integer> {
    private static final String ALL_ADDRESSES = "0.0.0.0";
    private static final String LOOPBACK = "127.0.0.1";

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "A directory with .yaml or .json files, or one such file.")
    private Path directory = Path.of("");

    @Mixin
    private ConfigOptions configOptions = new ConfigOptions();

    @Option(names = "--server", paramLabel = "URL", description = "The server's address (default: as configured).")
    private @Nullable URI server;

    @Option(
            names = "--token-file",
            paramLabel = "F",
            description = "A file with an admin's token (default: admin.token of the data directory).")
    private @Nullable Path tokenFile;

    ApplyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        OrganizationReport report =
                OrganizationReport.of(console.resolve(directory), new OrganizationCheck(InlineModels.builtin()));
        report.lines().forEach(console.err()::println);
        OrganizationConfiguration configuration = report.configuration();
        if (configuration == null || !report.isUsable()) {
            throw CommandFailure.failed("nothing was applied, because " + directory + " has errors");
        }
        ServerConfig config = configOptions.load(console, Map.of());
        String tag = new OrganizationUpload(server == null ? address(config) : server, new Secret(token(config)))
                .apply(configuration);
        console.out()
                .println("organization " + configuration.id() + " is in force"
                        + (tag.isEmpty() ? "" : " as version " + tag.replace("\"", "")));
        return ExitCode.DONE;
    }

    private static URI address(ServerConfig config) {
        String host = config.http().host();
        return URI.create("http://" + (host.equals(ALL_ADDRESSES) ? LOOPBACK : host) + ":"
                + config.http().port());
    }

    private String token(ServerConfig config) throws IOException {
        Path file = tokenFile == null ? AdminToken.file(config.dataDirectory()) : console.resolve(tokenFile);
        if (!Files.exists(file)) {
            throw CommandFailure.failed(
                    "there is no token in " + file + ": start the server once, or say --data-dir or --token-file");
        }
        return Files.readString(file).strip();
    }
}
