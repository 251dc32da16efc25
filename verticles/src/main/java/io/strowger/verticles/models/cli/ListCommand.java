package io.strowger.verticles.models.cli;

import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code models list}. */
@Command(
        name = "list",
        description = "List the models, and which of them is in force, shares conversations, or runs in the shadow.")
final class ListCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ModelsOptions options = new ModelsOptions();

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        JsonObject list =
                new ModelsAccess(console, options).read((service, organization) -> service.list(organization), "");
        if (options.json) {
            console.out().println(list.encode());
        } else {
            ModelsText.list(list, console.out());
        }
        return ExitCode.DONE;
    }
}
