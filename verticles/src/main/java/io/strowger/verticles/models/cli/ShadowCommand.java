package io.strowger.verticles.models.cli;

import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models shadow}. */
@Command(
        name = "shadow",
        description = {
            "Have a model analyze every message once more, off the message's way, and report where it says something else than "
                    + "the model in force. Nothing is routed otherwise.",
            "Without VERSION: the report so far."
        })
final class ShadowCommand implements Callable<Integer> {
    private static final String PATH = "/shadow";

    private final Console console;

    @Parameters(paramLabel = "VERSION", arity = "0..1", description = "A version, the beginning of one, or 'default'.")
    private @Nullable String version;

    @Option(names = "--end", description = "End the comparison.")
    private boolean end;

    @Mixin
    private ModelsOptions options = new ModelsOptions();

    ShadowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (end && version != null) {
            throw CommandFailure.wrongCall("say a VERSION or --end, not both");
        }
        ModelsAccess access = new ModelsAccess(console, options);
        if (end || version != null) {
            change(access);
        } else {
            report(access);
        }
        return ExitCode.DONE;
    }

    private void change(ModelsAccess access) throws IOException {
        String shadow = version;
        JsonObject change = access.change(
                (service, organization) -> service.shadow(organization, shadow),
                shadow == null ? "DELETE" : "PUT",
                PATH,
                shadow == null ? null : new JsonObject().put("version", shadow));
        if (options.json) {
            console.out().println(change.encode());
        } else {
            ModelsText.change(change, console.out(), console.err());
        }
    }

    private void report(ModelsAccess access) throws IOException {
        JsonObject report = access.readRunning(PATH);
        if (report == null) {
            throw CommandFailure.failed("no server of " + access.config().dataDirectory()
                    + " runs, and only a running one compares; start it, or say --server");
        }
        if (options.json) {
            console.out().println(report.encode());
        } else {
            ModelsText.shadow(report, console.out());
        }
    }
}
