package io.strowger.models.training;

import io.strowger.models.data.LabelledText;
import io.strowger.models.deep.PackagedEncoder;
import io.strowger.models.deep.SentenceEncoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the packaged encoder teaches a head that is read from n-grams: variations of the training texts, each with the
 * probabilities that a regression over sentence vectors gives to the labels.
 */
final class Teaching {
    private static final PackagedEncoder ENCODER = PackagedEncoder.BGE_SMALL;
    private static final float WEIGHT = 0.5f;
    // How much softer its probabilities are made: what is likely next tells more than what is likely.
    private static final double SOFTER = 1.5;
    // Encoding a text takes about ten milliseconds, longer ones in proportion.
    private static final int MAX_BYTES = 1_200_000;
    // Of ten texts, so many are crossed with one of the same label, the others with any.
    private static final float SAME_LABEL = 0.8f;

    private final List<LabelledText> rows;
    private final List<String> labels;
    private final MessageFeatures features;
    private final TextVariations variations;
    private final SeededRandom random;
    private final TrainingProgress progress;
    private final long seed;

    Teaching(
            List<LabelledText> rows,
            List<String> labels,
            MessageFeatures features,
            long seed,
            TrainingProgress progress) {
        this.rows = rows;
        this.labels = labels;
        this.features = features;
        this.seed = seed;
        this.progress = progress;
        variations = new TextVariations(seed);
        random = new SeededRandom(seed + 1);
    }

    /**
     * Taught examples; the one at index i is a variation of the row at i modulo the number of rows, crossed only with rows
     * that are held out when it is.
     *
     * @param examples of the rows, in their order
     * @throws IOException when the encoder can't be loaded
     */
    Examples examples(Examples examples) throws IOException {
        List<LabelledText> varied = varied();
        try (SentenceEncoder encoder = SentenceEncoder.open(ENCODER)) {
            EncodedTexts encoded = new EncodedTexts(encoder, progress);
            VectorExamples vectors = new VectorExamples();
            List<float[]> values = encoded.of(rows, "teacher (encoding)");
            for (int i = 0; i < values.size(); i++) {
                vectors.add(values.get(i), examples.label(i), examples.weight(i));
            }
            VectorRegression.Weights teacher =
                    VectorRegression.train(vectors, labels.size(), seed, "teacher (learning)", progress);
            Examples taught = new Examples();
            double[] logits = new double[labels.size()];
            List<float[]> variedValues = encoded.of(varied, "teacher (encoding variations)");
            for (int i = 0; i < varied.size(); i++) {
                teacher.logits(variedValues.get(i), logits);
                taught.addTaught(features.of(varied.get(i).text()), probabilities(logits), WEIGHT);
            }
            return taught;
        }
    }

    private List<LabelledText> varied() {
        List<LabelledText> varied = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < 2 * rows.size(); i++) {
            LabelledText row = rows.get(i % rows.size());
            byte[] text = i < rows.size()
                    ? variations.crossed(row.text(), partner(i, row).text())
                    : variations.thinned(row.text());
            bytes += text.length;
            if (bytes > MAX_BYTES) {
                break;
            }
            varied.add(new LabelledText(row.label(), text, row.line()));
        }
        return varied;
    }

    /** Another row, mostly of the same label; nobody who is held out meets one who is not. */
    private LabelledText partner(int index, LabelledText row) {
        boolean isOfSameLabel = random.isBelow(SAME_LABEL);
        int from = random.below(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            int at = (from + i) % rows.size();
            boolean isFitting = !isOfSameLabel || rows.get(at).label().equals(row.label());
            if (isFitting && HeadTraining.isHeldOut(at) == HeadTraining.isHeldOut(index)) {
                return rows.get(at);
            }
        }
        return row;
    }

    private static float[] probabilities(double[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double logit : logits) {
            largest = Math.max(largest, logit);
        }
        float[] probabilities = new float[logits.length];
        float total = 0;
        for (int k = 0; k < logits.length; k++) {
            probabilities[k] = (float) Exponential.exp((logits[k] - largest) / SOFTER);
            total += probabilities[k];
        }
        for (int k = 0; k < logits.length; k++) {
            probabilities[k] /= total;
        }
        return probabilities;
    }
}
