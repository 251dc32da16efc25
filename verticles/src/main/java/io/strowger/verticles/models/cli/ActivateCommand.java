package io.strowger.verticles.models.cli;

import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code models activate}. */
@Command(
        name = "activate",
        description = {
            "Put a model in force, from one message to the next. Every file of it is read first; when one is missing, damaged "
                    + "or newer than this build, the model in force stays.",
            "Warns of rules that ask for labels that the model never says."
        })
final class ActivateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "VERSION", description = "A version, the beginning of one, or 'default'.")
    private String version = "";

    @Mixin
    private ModelsOptions options = new ModelsOptions();

    ActivateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        JsonObject change = new ModelsAccess(console, options)
                .change(
                        (service, organization) -> service.activate(organization, version),
                        "POST",
                        ModelsAccess.pathOf(version) + "/activate",
                        null);
        if (options.json) {
            console.out().println(change.encode());
        } else {
            ModelsText.change(change, console.out(), console.err());
        }
        return ExitCode.DONE;
    }
}
