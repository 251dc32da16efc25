package io.strowger.verticles.models.cli;

import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.strowger.verticles.models.ModelService;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code models rollback}. */
@Command(
        name = "rollback",
        description =
                "Put the model in force that was before. Again: the one before that; the last 100 are remembered.")
final class RollbackCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private ModelsOptions options = new ModelsOptions();

    RollbackCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        JsonObject change =
                new ModelsAccess(console, options).change(ModelService::rollback, "POST", "/rollback", null);
        if (options.json) {
            console.out().println(change.encode());
        } else {
            ModelsText.change(change, console.out(), console.err());
        }
        return ExitCode.DONE;
    }
}
