package io.strowger.verticles.models.cli;

import io.strowger.models.linear.LinearModel;
import io.strowger.models.registry.ModelStore;
import io.strowger.models.registry.RegistryException;
import io.strowger.models.registry.StoredModel;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.strowger.verticles.config.ServerConfig;
import io.strowger.verticles.models.BaseModel;
import io.strowger.verticles.models.ModelsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code models add}. */
@Command(
        name = "add",
        aliases = "import",
        description = {
            "Add a model that 'train' made: checked, and copied into the data directory. It is in use only when it is "
                    + "activated.",
            "Heads that it lacks come from another model, so that an intent head of your own goes with the shipped sentiment."
        })
final class AddCommand implements Callable<Integer> {
    private static final String NONE = "none";
    private static final String DEFAULT = "default";

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "The directory that 'train --out' made.")
    private Path directory = Path.of("");

    @Option(
            names = "--base",
            paramLabel = "VERSION",
            defaultValue = DEFAULT,
            description = "Where heads come from that it lacks: a version, default (as it is), or none.")
    private String base = DEFAULT;

    @Option(
            names = "--card",
            paramLabel = "F",
            description = "A Markdown file that says what people should know of it (default: what 'train' wrote).")
    private @Nullable Path card;

    @Option(names = "--own", description = "For this organization only; no other one sees it.")
    private boolean own;

    @Mixin
    private ModelsOptions options = new ModelsOptions();

    AddCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (options.server.named() != null) {
            throw CommandFailure.wrongCall(
                    "a model is added on the server's own machine: leave --server out and say --data-dir");
        }
        ServerConfig config = options.config(console);
        ModelStore store = new ModelStore(config.registryDirectory());
        StoredModel stored;
        try {
            String text = card == null ? null : Files.readString(console.resolve(card));
            String organization = own ? options.organization(config) : "";
            stored = store.add(console.resolve(directory), base(config, store), text, organization, Instant.now());
            if (text != null && !store.notes(stored.version()).card().equals(text)) {
                keepsItsCard(stored.version());
            }
        } catch (RegistryException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
        }
        if (options.json) {
            console.out().println(ModelsJson.stored(stored).encode());
        } else {
            console.out().println("added " + stored.version() + ": " + ModelsText.heads(ModelsJson.stored(stored)));
            stored.origin().forEach(part -> console.out().println("  from " + part));
            console.out()
                    .println("'./strowger models activate " + stored.version().substring(0, 8) + "' puts it in force");
        }
        return ExitCode.DONE;
    }

    /** A version is a hash of the weights, and what is stored under it never changes. */
    private void keepsItsCard(String version) {
        console.err()
                .println("warning: " + version + " was there before and keeps its card; for another one remove it with"
                        + " './strowger models remove " + version.substring(0, 8) + "' and add it again");
    }

    private @Nullable LinearModel base(ServerConfig config, ModelStore store) throws IOException, RegistryException {
        return switch (base) {
            case NONE -> null;
            case DEFAULT -> BaseModel.of(config.modelsDirectory()).model();
            default -> store.load(store.find(base).version());
        };
    }
}
