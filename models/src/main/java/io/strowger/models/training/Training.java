package io.strowger.models.training;

import io.strowger.models.ModelFormatException;
import io.strowger.models.Tier;
import io.strowger.models.data.LabelledDataException;
import io.strowger.models.data.LabelledFile;
import io.strowger.models.data.LabelledText;
import io.strowger.models.drift.References;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trains the model of one task from a TSV file: the command {@code train}. */
public final class Training {
    private static final int BITS = 16;

    // The weights of a thousand labels take 256 MB while they are learned.
    private static final int MAX_LABELS = 1_000;

    private Training() {}

    /**
     * Trains, calibrates and writes a model. Takes seconds to minutes on the calling thread.
     *
     * @throws LabelledDataException when a data file cannot be used; names file and line
     * @throws IOException when a file cannot be read or written
     * @throws UnsupportedOperationException for a tier or teacher that this build does not have
     */
    public static TrainingResult run(TrainingOptions options, TrainingProgress progress) throws IOException {
        if (Files.exists(options.out()) && !Files.isDirectory(options.out())) {
            throw new ModelFormatException(options.out(), "is a file, not a directory for a model");
        }
        if (options.task().equals(BuiltinTraining.TASK)) {
            return BuiltinTraining.run(BuiltinTraining.OWN_TEXT, options.data(), options.out(), progress);
        }
        if (options.task().equals(VectorTraining.TASK)) {
            return VectorTraining.run(BuiltinTraining.OWN_TEXT, options.data(), options.out(), progress);
        }
        boolean isDeep = options.tier() == Tier.DEEP;
        if (isDeep && options.task().equals(LinearModel.LANGUAGE_TASK)) {
            throw new UnsupportedOperationException(
                    "the task 'language' has no deep tier: the encoders know English only");
        }
        if (isTaught(options) && options.task().equals(LinearModel.LANGUAGE_TASK)) {
            throw new UnsupportedOperationException(
                    "the task 'language' has no teacher: the encoders know English only");
        }
        LabelledFile data = LabelledFile.read(options.data());
        List<String> labels = labels(data);
        Path dev = options.dev();
        List<LabelledText> devRows = dev == null ? null : checked(LabelledFile.read(dev), labels);
        Path oos = options.oos();
        List<LabelledText> oosRows =
                oos == null ? List.of() : LabelledFile.read(oos).rows();
        if (isDeep) {
            return new DeepTraining(options, labels, progress).run(data.rows(), devRows, oosRows);
        }
        ModelBuilder model = new ModelBuilder();
        double temperature = 1;
        double accuracy;
        if (options.task().equals(LinearModel.LANGUAGE_TASK)) {
            LanguageTraining training = new LanguageTraining(labels, options.seed(), progress);
            training.addTo(model, data.rows(), devRows);
            addReference(options.task(), model.build(), data.rows(), devRows, model);
            accuracy = training.heldOutAccuracy();
        } else {
            HeadTraining.Trained trained = trainHead(options, labels, data.rows(), devRows, oosRows, progress);
            model.head(trained.head());
            LinearModel rehearsed = new ModelBuilder().head(trained.rehearsed()).build();
            addReference(options.task(), rehearsed, data.rows(), devRows, model);
            temperature = trained.head().temperature();
            accuracy = trained.heldOutAccuracy();
        }
        String version = model.write(
                options.out(),
                TrainingNotes.of(options.task(), labels, data.rows().size(), options.seed(), temperature, accuracy));
        if (devRows != null) {
            CascadeThreshold.store(options.out(), devRows, progress);
        }
        return new TrainingResult(options.out(), version, data.rows().size(), labels, temperature, accuracy);
    }

    /** Only the inline tier is taught: the deep one is read from what the encoder says itself. */
    private static boolean isTaught(TrainingOptions options) {
        return options.tier() == Tier.INLINE && options.teacher() == Teacher.BUILTIN;
    }

    /** Adds how the task is answered for texts that were held out. */
    private static void addReference(
            String task,
            LinearModel answering,
            List<LabelledText> rows,
            @Nullable List<LabelledText> dev,
            ModelBuilder model) {
        List<byte[]> texts = new ArrayList<>();
        for (int i = 0; dev == null && i < rows.size(); i++) {
            if (HeadTraining.isHeldOut(i)) {
                texts.add(rows.get(i).text());
            }
        }
        if (dev != null) {
            dev.forEach(row -> texts.add(row.text()));
        }
        if (!texts.isEmpty()) {
            model.reference(References.of(task, answering.classifier(task), texts));
        }
    }

    private static HeadTraining.Trained trainHead(
            TrainingOptions options,
            List<String> labels,
            List<LabelledText> rows,
            @Nullable List<LabelledText> dev,
            List<LabelledText> oos,
            TrainingProgress progress)
            throws IOException {
        SoftmaxWeights start = KnownHead.of(options.task(), labels, BITS);
        List<SoftmaxSettings> choices = isTaught(options)
                ? HeadSettings.taughtChoices(BITS, options.seed())
                : HeadSettings.choices(BITS, options.seed());
        HeadTraining training =
                new HeadTraining(options.task(), labels, choices, start, KnownVectors.shipped(BITS), 0, progress);
        MessageFeatures features = new MessageFeatures(BITS);
        Examples examples = examples(features, labels, rows);
        Examples taught = isTaught(options)
                ? new Teaching(rows, labels, features, options.seed(), progress).examples(examples)
                : new Examples();
        for (LabelledText row : oos) {
            examples.add(features.of(row.text()), Examples.NO_LABEL, HeadSettings.OUT_OF_SCOPE_WEIGHT);
        }
        return dev == null
                ? training.run(examples, taught, rows.size())
                : training.run(examples.with(taught), examples(features, labels, dev));
    }

    /** The examples of labelled rows; those with rare labels count more. */
    static Examples examples(MessageFeatures features, List<String> labels, List<LabelledText> rows) {
        int[] counts = new int[labels.size()];
        rows.forEach(row -> counts[labels.indexOf(row.label())]++);
        Examples examples = new Examples();
        for (LabelledText row : rows) {
            int label = labels.indexOf(row.label());
            double share = (double) counts[label] * labels.size() / rows.size();
            examples.add(features.of(row.text()), label, HeadSettings.weight(share));
        }
        return examples;
    }

    private static List<String> labels(LabelledFile data) throws LabelledDataException {
        List<String> labels = data.labels();
        if (labels.size() < 2) {
            throw new LabelledDataException(
                    data.file(),
                    LabelledDataException.WHOLE_FILE,
                    "has only the label '" + labels.get(0) + "'; a model needs two or more to choose from");
        }
        if (labels.size() > MAX_LABELS) {
            throw new LabelledDataException(
                    data.file(),
                    LabelledDataException.WHOLE_FILE,
                    "has " + labels.size() + " labels, more than " + MAX_LABELS
                            + "; the label comes first in a line, then a tab and the text");
        }
        return labels;
    }

    private static List<LabelledText> checked(LabelledFile dev, List<String> labels) throws LabelledDataException {
        for (LabelledText row : dev.rows()) {
            if (!labels.contains(row.label())) {
                throw new LabelledDataException(
                        dev.file(), row.line(), "has the label '" + row.label() + "', which the training data lacks");
            }
        }
        return dev.rows();
    }
}
