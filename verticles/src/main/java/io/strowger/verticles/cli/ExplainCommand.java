package io.strowger.verticles.cli;

import io.strowger.models.explain.Explainer;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: why a text is understood as it is. */
@Command(
        name = "explain",
        description = {
            "Say for each head the label, how sure it is, and which pieces of the text spoke for it and against it.",
            "A weight is what a piece adds to the logarithm of the odds of the label against the one that came second.",
            "Without a text, every line of standard input is one."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger explain \"Where is my parcel?\"",
            "  ./strowger explain --heads intent,urgency --top 10 \"Mir wurde doppelt abgebucht!\"",
            "  ./strowger explain --json < messages.txt > reasons.jsonl",
            "  ./strowger explain --model models/intent \"my card was stolen\""
        })
final class ExplainCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..*", paramLabel = "TEXT", description = "The text; its words may come unquoted.")
    private @Nullable List<String> words;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "A directory that 'train' wrote (default: the shipped model).")
    private @Nullable Path model;

    @Option(
            names = "--heads",
            split = ",",
            paramLabel = "HEAD",
            description = "Only these, separated by commas (default: all that the model has).")
    private List<String> heads = List.of();

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "3",
            description = "Pieces to show for and against each label (default: 3).")
    private int top;

    @Option(names = "--json", description = "A line of JSON for each text.")
    private boolean json;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (top < 0) {
            throw CommandFailure.wrongCall("--top " + top + " is less than 0");
        }
        LinearModel weights = model == null ? InlineModels.builtinModel() : ModelDirectory.read(console.resolve(model));
        for (String head : heads) {
            if (!weights.tasks().contains(head)) {
                throw CommandFailure.wrongCall(
                        "--heads: the model has no head '" + head + "', only " + String.join(", ", weights.tasks()));
            }
        }
        Explainer explainer = new Explainer(weights, heads.isEmpty() ? weights.tasks() : heads);
        ExplainView view = json
                ? new JsonExplainView(console.out(), top)
                : new PrettyExplainView(console.out(), Palette.of(console), top);
        if (words != null) {
            byte[] text = String.join(" ", words).getBytes(StandardCharsets.UTF_8);
            view.show(text, explainer.explain(text));
            return ExitCode.DONE;
        }
        ByteLines lines = new ByteLines(console.in());
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            view.show(line, explainer.explain(line));
        }
        return ExitCode.DONE;
    }
}
