package io.strowger.verticles.cli;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.rules.OrganizationCheck;
import io.strowger.models.linear.InlineModels;
import io.strowger.verticles.config.OrganizationReport;
import io.strowger.verticles.config.OrganizationUpload;
import io.strowger.verticles.config.Secret;
import io.strowger.verticles.config.ServerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    private final Console console;

    @Parameters(paramLabel = "DIR", description = "A directory with .yaml or .json files, or one such file.")
    private Path directory = Path.of("");

    @Mixin
    private ServerOptions serverOptions = new ServerOptions();

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
        ServerConfig config = serverOptions.config(console);
        String tag = new OrganizationUpload(
                        serverOptions.address(config), new Secret(serverOptions.token(console, config)))
                .apply(configuration);
        console.out()
                .println("organization " + configuration.id() + " is in force"
                        + (tag.isEmpty() ? "" : " as version " + tag.replace("\"", "")));
        return ExitCode.DONE;
    }
}
