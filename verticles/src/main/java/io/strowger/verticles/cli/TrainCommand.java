package io.strowger.verticles.cli;

import io.strowger.models.Tier;
import io.strowger.models.training.Teacher;
import io.strowger.models.training.Training;
import io.strowger.models.training.TrainingOptions;
import io.strowger.models.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train}: makes a model from labelled texts. */
@Command(
        name = "train",
        description = "Train a model from labelled texts (a TSV file: label, tab, text).",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger train --task intent --data intents.tsv --out models/intent",
            "  ./strowger train --task intent --data intents.tsv --dev dev.tsv --tier deep --out models/intent",
            "  ./strowger train --task language --data sentences.tsv --dev dev.tsv --out models/language",
            "",
            "The same data and seed give the same bytes, on every machine. Give the directory to",
            "'evaluate --model', or to the server as models.directory."
        })
final class TrainCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--task",
            required = true,
            paramLabel = "T",
            description = "language, intent, sentiment, emotion, urgency, or a name of your own.")
    private String task = "";

    @Option(names = "--data", required = true, paramLabel = "F", description = "The labelled texts to learn from.")
    private Path data = Path.of("");

    @Option(
            names = "--dev",
            paramLabel = "F",
            description = "Held-out labelled texts for the calibration; without it every tenth line is held out.")
    private @Nullable Path dev;

    @Option(
            names = "--oos",
            paramLabel = "F",
            description = "Texts that belong to no label: the model learns to be unsure of their like.")
    private @Nullable Path oos;

    @Option(names = "--tier", paramLabel = "T", defaultValue = "inline", description = "inline (the default) or deep.")
    private Tier tier = Tier.INLINE;

    @Option(
            names = "--teacher",
            paramLabel = "T",
            defaultValue = "none",
            description =
                    "Who adds soft labels: none (the default) or builtin, the packaged English encoder; with it the inline tier"
                            + " takes minutes, and gets better.")
    private Teacher teacher = Teacher.NONE;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the model goes; one that is there is replaced.")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "" + TrainingOptions.DEFAULT_SEED,
            description = "Sets the order of the texts (default ${DEFAULT-VALUE}).")
    private long seed = TrainingOptions.DEFAULT_SEED;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        TrainingResult result;
        try (ProgressLine progress = new ProgressLine(console)) {
            result = Training.run(options(), progress::report);
        } catch (UnsupportedOperationException e) {
            throw CommandFailure.wrongCall(String.valueOf(e.getMessage()));
        }
        console.out()
                .printf(
                        Locale.ROOT,
                        "%s: %d labels from %d texts, %.1f %% right on those held out, version %s%n",
                        out,
                        result.labels().size(),
                        result.rows(),
                        100 * result.heldOutAccuracy(),
                        shortened(result.version()));
        return ExitCode.DONE;
    }

    private TrainingOptions options() {
        try {
            return new TrainingOptions(
                    task,
                    console.resolve(data),
                    dev == null ? null : console.resolve(dev),
                    oos == null ? null : console.resolve(oos),
                    tier,
                    teacher,
                    console.resolve(out),
                    seed);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall(String.valueOf(e.getMessage()));
        }
    }

    private static String shortened(String version) {
        return version.substring(0, Math.min(12, version.length()));
    }
}
