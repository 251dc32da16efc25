package io.strowger.verticles.models.cli;

import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code models remove}. */
@Command(name = "remove", description = "Delete a model that is not in use.")
final class RemoveCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "VERSION", description = "A version, or the beginning of one.")
    private String version = "";

    @Mixin
    private ModelsOptions options = new ModelsOptions();

    RemoveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        JsonObject removed = new ModelsAccess(console, options)
                .change(
                        (service, organization) -> service.remove(organization, version),
                        "DELETE",
                        ModelsAccess.pathOf(version),
                        null);
        console.out().println(options.json ? removed.encode() : "removed " + removed.getString("removed"));
        return ExitCode.DONE;
    }
}
