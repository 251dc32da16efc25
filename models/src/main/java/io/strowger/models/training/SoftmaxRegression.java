package io.strowger.models.training;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Multinomial logistic regression over presence features, each text's features scaled to length one, with AdaGrad by row:
 * one step size a bucket. One thread, a fixed order and plain float arithmetic: the same input gives the same bytes.
 */
final class SoftmaxRegression {
    private static final float EPSILON = 1e-6f;
    private static final float LAST_RATE = 0.1f;
    // Beside the rate of n-grams. A text's vector is left out as often as its words are, or these would learn too
    // little.
    private static final float VECTOR_RATE = 0.5f;
    private static final float VECTOR_DROPOUT = 0.5f;
    private static final float[] NO_VECTOR = {};

    private final SoftmaxSettings settings;
    private final int outputs;
    private final SeededRandom random;
    private final float[] weights;
    private final float[] squares;
    private final float[] biases;
    private final float[] scores;
    private final @Nullable VectorLayer layer;
    private int[] kept = new int[256];
    private float biasSquares;

    private SoftmaxRegression(SoftmaxSettings settings, int outputs, @Nullable KnownVectors known, long seed) {
        this.settings = settings;
        layer = known == null ? null : new VectorLayer(known.dimensions(), outputs);
        this.outputs = outputs;
        random = new SeededRandom(seed);
        weights = new float[outputs << settings.bits()];
        squares = new float[1 << settings.bits()];
        biases = new float[outputs];
        scores = new float[outputs];
    }

    /**
     * Trains all members and averages them.
     *
     * @param start the weights to begin with; zeros where there are none
     * @param known vectors of the buckets; what is learned over them becomes part of the weights
     */
    static SoftmaxWeights train(
            Examples examples,
            int outputs,
            SoftmaxSettings settings,
            @Nullable SoftmaxWeights start,
            @Nullable KnownVectors known,
            String phase,
            TrainingProgress progress) {
        float[][] vectors = known == null ? new float[0][] : known.of(examples);
        float[] learned = new float[known == null ? 0 : known.dimensions() * outputs];
        SoftmaxWeights average = null;
        for (int member = 0; member < settings.members(); member++) {
            SoftmaxRegression regression = new SoftmaxRegression(settings, outputs, known, settings.seed() + member);
            if (start != null) {
                System.arraycopy(start.weights(), 0, regression.weights, 0, regression.weights.length);
                System.arraycopy(start.biases(), 0, regression.biases, 0, outputs);
            }
            regression.run(examples, vectors, phase, member, progress);
            if (regression.layer != null) {
                regression.layer.addTo(learned, 1f / settings.members());
            }
            SoftmaxWeights trained =
                    new SoftmaxWeights(settings.bits(), outputs, regression.weights, regression.biases);
            average = average == null ? trained : average.plus(trained);
        }
        if (average == null) {
            throw new IllegalArgumentException("a training without members");
        }
        SoftmaxWeights trained = settings.members() == 1 ? average : average.times(1f / settings.members());
        if (known != null) {
            known.addTo(trained.weights(), learned, outputs);
        }
        return trained;
    }

    private void run(Examples examples, float[][] vectors, String phase, int member, TrainingProgress progress) {
        int[] order = new int[examples.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        int epochs = settings.epochs();
        long steps = (long) epochs * order.length;
        long step = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            random.shuffle(order);
            for (int index : order) {
                float rate = settings.rate() * (1 - (1 - LAST_RATE) * ((float) step / steps));
                learn(examples, index, vectors, rate);
                step++;
            }
            progress.report(phase, member * epochs + epoch + 1, settings.members() * epochs);
        }
    }

    private void learn(Examples examples, int index, float[][] vectors, float rate) {
        Features features = examples.features(index);
        int[] buckets = features.buckets();
        int parts = features.parts();
        int count = features.count();
        if (settings.dropout() > 0) {
            parts = keep(buckets, 0, parts, 0);
            count = keep(buckets, features.parts(), count, parts);
            buckets = kept;
        }
        if (count == 0) {
            return;
        }
        float norm = (float) (1 / Math.sqrt(count));
        VectorLayer asked = layer == null || random.isBelow(VECTOR_DROPOUT) ? null : layer;
        predict(buckets, count, norm, asked, asked == null ? NO_VECTOR : vectors[index]);
        float square = gradient(examples.label(index), examples.taught(index), examples.weight(index));
        float bucketSquare = square * norm * norm;
        step(buckets, 0, parts, rate * norm, bucketSquare);
        step(buckets, parts, count, rate * settings.wholeWords() * norm, bucketSquare);
        if (asked != null) {
            asked.learn(vectors[index], scores, square, rate * VECTOR_RATE);
        }
        biasSquares += square;
        float factor = rate / (float) Math.sqrt(biasSquares + EPSILON);
        for (int k = 0; k < outputs; k++) {
            biases[k] -= factor * scores[k];
        }
    }

    /** Copies those of some buckets that are not left out to {@code kept}; returns where they end there. */
    private int keep(int[] buckets, int from, int to, int at) {
        if (kept.length < buckets.length) {
            kept = Arrays.copyOf(kept, 2 * buckets.length);
        }
        int end = at;
        for (int i = from; i < to; i++) {
            kept[end] = buckets[i];
            end += random.isBelow(settings.dropout()) ? 0 : 1;
        }
        return end;
    }

    private void step(int[] buckets, int from, int to, float rate, float square) {
        for (int i = from; i < to; i++) {
            int bucket = buckets[i];
            squares[bucket] += square;
            float factor = rate / (float) Math.sqrt(squares[bucket] + EPSILON);
            subtract(weights, bucket * outputs, factor, scores, outputs);
        }
    }

    /** Leaves the probabilities in {@code scores}. */
    private void predict(int[] buckets, int count, float norm, @Nullable VectorLayer asked, float[] vector) {
        Arrays.fill(scores, 0);
        for (int i = 0; i < count; i++) {
            add(weights, buckets[i] * outputs, scores, outputs);
        }
        for (int k = 0; k < outputs; k++) {
            scores[k] = scores[k] * norm + biases[k];
        }
        if (asked != null) {
            asked.addTo(scores, vector);
        }
        Softmax.normalize(scores);
    }

    /** Turns the probabilities into the gradient of the loss; returns its mean square. */
    private float gradient(int label, float @Nullable [] taught, float weight) {
        float square = 0;
        for (int k = 0; k < outputs; k++) {
            float target = taught != null ? taught[k] : label == Examples.NO_LABEL ? 1f / outputs : k == label ? 1 : 0;
            scores[k] = (scores[k] - target) * weight;
            square += scores[k] * scores[k];
        }
        return square / outputs;
    }

    // The two innermost loops take their arrays as arguments: only so does the JIT see that it may use wide registers.

    private static void add(float[] weights, int from, float[] scores, int outputs) {
        for (int k = 0; k < outputs; k++) {
            scores[k] += weights[from + k];
        }
    }

    private static void subtract(float[] weights, int from, float factor, float[] scores, int outputs) {
        for (int k = 0; k < outputs; k++) {
            weights[from + k] -= factor * scores[k];
        }
    }
}
