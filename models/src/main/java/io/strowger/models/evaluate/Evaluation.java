package io.strowger.models.evaluate;

import io.strowger.models.Analysis;
import io.strowger.models.LabelClassifier;
import io.strowger.models.Tier;
import io.strowger.models.data.LabelledFile;
import io.strowger.models.data.LabelledText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Measures a model on a TSV file: the command {@code evaluate}. */
public final class Evaluation {
    /** Enough to measure milliseconds a text. */
    private static final int DEEP_SPEED_TEXTS = 64;

    private Evaluation() {}

    /**
     * Loads the model, answers every row and measures. Takes a little over a second on the calling thread.
     *
     * @throws io.strowger.models.data.LabelledDataException when a data file cannot be used; names file and line
     * @throws io.strowger.models.ModelFormatException when the model is missing, damaged or newer than this build
     * @throws IllegalArgumentException when the model lacks the tier or the head that was asked for
     */
    public static EvaluationResult run(EvaluationOptions options) throws IOException {
        LabelledFile data = LabelledFile.read(options.data());
        Path oos = options.oos();
        List<LabelledText> oosRows =
                oos == null ? List.of() : LabelledFile.read(oos).rows();
        if (options.tier() == Tier.INLINE) {
            return of(ModelReference.classifier(options.model()), data.rows(), oosRows);
        }
        try (TieredModel model = TieredModel.open(options.model(), options.tier())) {
            return of(model.classifier(), data.rows(), oosRows, model::hasAskedDeep, DEEP_SPEED_TEXTS);
        }
    }

    /** Measures a classifier on rows that are in memory; {@code oos} may be empty. */
    public static EvaluationResult of(LabelClassifier classifier, List<LabelledText> rows, List<LabelledText> oos) {
        return of(classifier, rows, oos, () -> false, rows.size());
    }

    private static EvaluationResult of(
            LabelClassifier classifier,
            List<LabelledText> rows,
            List<LabelledText> oos,
            BooleanSupplier hasAskedDeep,
            int speedTexts) {
        Predictions predictions = new Predictions();
        int asked = 0;
        for (LabelledText row : rows) {
            int label = classifier.classify(row.text(), 0, row.text().length);
            predictions.add(row.label(), classifier.labels().get(label), fraction(classifier.confidence()));
            asked += hasAskedDeep.getAsBoolean() ? 1 : 0;
        }
        List<Double> outOfScope = new ArrayList<>();
        for (LabelledText row : oos) {
            classifier.classify(row.text(), 0, row.text().length);
            outOfScope.add(fraction(classifier.confidence()));
        }
        Speed speed = Speed.of(classifier, rows, speedTexts);
        return new EvaluationResult(
                rows.size(),
                predictions.accuracy(),
                predictions.macroF1(),
                predictions.expectedCalibrationError(),
                predictions.oosAuroc(outOfScope),
                speed.messagesPerSecond(),
                speed.bytesPerMessage(),
                (double) asked / rows.size(),
                predictions.unknownLabels(classifier.labels()),
                predictions.knownRows(classifier.labels()),
                predictions.confusions());
    }

    private static double fraction(int confidence) {
        return (double) confidence / Analysis.ONE;
    }
}
