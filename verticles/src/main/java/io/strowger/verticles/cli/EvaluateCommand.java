package io.strowger.verticles.cli;

import io.strowger.models.Tier;
import io.strowger.models.evaluate.Confusion;
import io.strowger.models.evaluate.Evaluation;
import io.strowger.models.evaluate.EvaluationOptions;
import io.strowger.models.evaluate.EvaluationResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evaluate}: measures a model on labelled texts. */
@Command(
        name = "evaluate",
        description = "Measure how good and how fast a model is on labelled texts.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger evaluate --model builtin:intent --data intents.tsv",
            "  ./strowger evaluate --model models/intent --data test.tsv --oos other.tsv --json",
            "",
            "Labels that the model lacks count as wrong and are listed; the exit code is 1 only when it",
            "knows none of them."
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final String BUILTIN = "builtin:";
    private static final int SHOWN_CONFUSIONS = 8;

    private final Console console;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "DIR|builtin:HEAD",
            description = "A directory that 'train' wrote, or a head of the shipped model: builtin:intent.")
    private String model = "";

    @Option(names = "--data", required = true, paramLabel = "F", description = "The labelled texts.")
    private Path data = Path.of("");

    @Option(names = "--oos", paramLabel = "F", description = "Texts that belong to no label.")
    private @Nullable Path oos;

    @Option(
            names = "--tier",
            paramLabel = "T",
            defaultValue = "inline",
            description = "Who answers: inline (the default), deep or cascade.")
    private Tier tier = Tier.INLINE;

    @Option(names = "--json", description = "One line of JSON instead of a table.")
    private boolean json;

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        EvaluationResult result;
        try {
            result = Evaluation.run(options());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall(String.valueOf(e.getMessage()));
        }
        if (json) {
            console.out().println(result.toJson());
        } else {
            show(result, console.out());
        }
        if (result.isEveryLabelUnknown()) {
            throw CommandFailure.failed("the model knows none of the labels of " + data + "; is it the right model?");
        }
        return ExitCode.DONE;
    }

    private EvaluationOptions options() {
        String resolved = model.startsWith(BUILTIN)
                ? model
                : console.resolve(Path.of(model)).toString();
        return new EvaluationOptions(resolved, console.resolve(data), oos == null ? null : console.resolve(oos), tier);
    }

    private static void show(EvaluationResult result, PrintStream out) {
        row(out, "rows", "%d", result.rows());
        row(out, "accuracy", "%.4f", result.accuracy());
        row(out, "macro F1", "%.4f", result.macroF1());
        row(out, "calibration error", "%.4f", result.ece());
        if (!Double.isNaN(result.oosAuroc())) {
            row(out, "out-of-scope AUROC", "%.4f", result.oosAuroc());
        }
        row(out, "messages a second", "%,.0f", result.messagesPerSecond());
        if (result.deepShare() > 0) {
            row(out, "asked deep", "%.4f", result.deepShare());
        }
        row(out, "bytes a message", "%.1f", result.bytesPerMessage());
        if (!result.unknownLabels().isEmpty()) {
            row(out, "labels it lacks", "%s", String.join(", ", result.unknownLabels()));
        }
        result.confusions().stream().limit(SHOWN_CONFUSIONS).forEach(confusion -> show(confusion, out));
    }

    private static void show(Confusion confusion, PrintStream out) {
        row(out, "mistaken", "%s", confusion.count() + " x " + confusion.gold() + " for " + confusion.predicted());
    }

    private static void row(PrintStream out, String name, String format, Object value) {
        out.printf(Locale.ROOT, "%-20s " + format + "%n", name, value);
    }
}
