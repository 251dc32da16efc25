package io.strowger.models.evaluate;

import io.strowger.models.Analysis;
import io.strowger.models.Tier;
import io.strowger.models.data.LabelledFile;
import io.strowger.models.data.LabelledText;
import io.strowger.models.linear.TextClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures a model on a TSV file: the command {@code evaluate}. */
public final class Evaluation {
    private Evaluation() {}

    /**
     * Loads the model, answers every row and measures. Takes a little over a second on the calling thread.
     *
     * @throws io.strowger.models.data.LabelledDataException when a data file cannot be used; names file and line
     * @throws io.strowger.models.ModelFormatException when the model is missing, damaged or newer than this build
     * @throws IllegalArgumentException when the model lacks the tier or the head that was asked for
     */
    public static EvaluationResult run(EvaluationOptions options) throws IOException {
        if (options.tier() != Tier.INLINE) {
            throw new IllegalArgumentException("model '" + options.model() + "' has no deep tier; use '--tier inline'");
        }
        TextClassifier classifier = ModelReference.classifier(options.model());
        LabelledFile data = LabelledFile.read(options.data());
        Path oos = options.oos();
        return of(
                classifier,
                data.rows(),
                oos == null ? List.of() : LabelledFile.read(oos).rows());
    }

    /** Measures a classifier on rows that are in memory; {@code oos} may be empty. */
    public static EvaluationResult of(TextClassifier classifier, List<LabelledText> rows, List<LabelledText> oos) {
        Predictions predictions = new Predictions();
        for (LabelledText row : rows) {
            int label = classifier.classify(row.text(), 0, row.text().length);
            predictions.add(row.label(), classifier.labels().get(label), fraction(classifier.confidence()));
        }
        List<Double> outOfScope = new ArrayList<>();
        for (LabelledText row : oos) {
            classifier.classify(row.text(), 0, row.text().length);
            outOfScope.add(fraction(classifier.confidence()));
        }
        Speed speed = Speed.of(classifier, rows);
        return new EvaluationResult(
                rows.size(),
                predictions.accuracy(),
                predictions.macroF1(),
                predictions.expectedCalibrationError(),
                predictions.oosAuroc(outOfScope),
                speed.messagesPerSecond(),
                speed.bytesPerMessage(),
                0,
                predictions.unknownLabels(classifier.labels()),
                predictions.knownRows(classifier.labels()),
                predictions.confusions());
    }

    private static double fraction(int confidence) {
        return (double) confidence / Analysis.ONE;
    }
}
