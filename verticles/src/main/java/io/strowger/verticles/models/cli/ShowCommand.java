package io.strowger.verticles.models.cli;

import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code models show}. */
@Command(
        name = "show",
        description = "Show a model: its heads and labels, what was measured, its card. Reads every file of it.")
final class ShowCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "VERSION", description = "A version, the beginning of one, or 'default'.")
    private String version = "";

    @Mixin
    private ModelsOptions options = new ModelsOptions();

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        JsonObject model = new ModelsAccess(console, options)
                .read((service, organization) -> service.show(organization, version), ModelsAccess.pathOf(version));
        if (options.json) {
            console.out().println(model.encode());
        } else {
            ModelsText.model(model, console.out());
        }
        return ExitCode.DONE;
    }
}
