package io.strowger.verticles.models.cli;

import io.strowger.models.registry.ModelStore;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.strowger.verticles.config.ServerConfig;
import io.strowger.verticles.config.StoreAddress;
import io.strowger.verticles.projection.CorrectedExamples;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code models examples}. */
@Command(
        name = "examples",
        description = {
            "Write the messages whose analysis was corrected as labelled texts (label, tab, text), for 'train --data'.",
            "They come from PostgreSQL; the embedded one runs while the server does."
        })
final class ExamplesCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--head",
            required = true,
            paramLabel = "H",
            description = "What was corrected: intent, language, sentiment, emotion or urgency.")
    private String head = "";

    @Option(names = "--out", paramLabel = "F", description = "The file (default: standard output).")
    private @Nullable Path out;

    @Mixin
    private ModelsOptions options = new ModelsOptions();

    ExamplesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!ModelStore.HEADS.contains(head)) {
            throw CommandFailure.wrongCall("--head: '" + head + "' is none of " + String.join(", ", ModelStore.HEADS));
        }
        ServerConfig config = options.config(console);
        CorrectedExamples examples = new CorrectedExamples(postgres(config));
        String organization = options.organization(config);
        int lines;
        try {
            lines = out == null ? toConsole(examples, organization) : toFile(examples, organization, out);
        } catch (SQLException e) {
            throw CommandFailure.failed("PostgreSQL does not answer: " + e.getMessage(), e);
        }
        console.err().println("strowger: " + lines + (lines == 1 ? " corrected message" : " corrected messages"));
        return ExitCode.DONE;
    }

    private int toConsole(CorrectedExamples examples, String organization) throws SQLException, IOException {
        Writer writer = new OutputStreamWriter(console.out(), StandardCharsets.UTF_8);
        int lines = examples.write(organization, head, writer);
        writer.flush();
        return lines;
    }

    private int toFile(CorrectedExamples examples, String organization, Path file) throws SQLException, IOException {
        try (Writer writer = Files.newBufferedWriter(console.resolve(file))) {
            return examples.write(organization, head, writer);
        }
    }

    private static StoreAddress postgres(ServerConfig config) throws IOException {
        StoreAddress configured = config.postgres();
        if (configured != null) {
            return configured;
        }
        Path file = config.dataDirectory().resolve("postgres.uri");
        if (!Files.exists(file)) {
            throw CommandFailure.failed("the embedded PostgreSQL of " + config.dataDirectory()
                    + " does not run: start the server, or choose another --data-dir");
        }
        return StoreAddress.of(URI.create(Files.readString(file).strip()), null);
    }
}
