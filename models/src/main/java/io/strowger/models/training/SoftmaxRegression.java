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

    private final SoftmaxSettings settings;
    private final int outputs;
    private final SeededRandom random;
    private final float[] weights;
    private final float[] squares;
    private final float[] biases;
    private final float[] scores;
    private int[] kept = new int[256];
    private float biasSquares;

    private SoftmaxRegression(SoftmaxSettings settings, int outputs, long seed) {
        this.settings = settings;
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
     */
    static SoftmaxWeights train(
            Examples examples,
            int outputs,
            SoftmaxSettings settings,
            @Nullable SoftmaxWeights start,
            String phase,
            TrainingProgress progress) {
        SoftmaxWeights average = null;
        for (int member = 0; member < settings.members(); member++) {
            SoftmaxRegression regression = new SoftmaxRegression(settings, outputs, settings.seed() + member);
            if (start != null) {
                System.arraycopy(start.weights(), 0, regression.weights, 0, regression.weights.length);
                System.arraycopy(start.biases(), 0, regression.biases, 0, outputs);
            }
            regression.run(examples, phase, member, progress);
            SoftmaxWeights trained =
                    new SoftmaxWeights(settings.bits(), outputs, regression.weights, regression.biases);
            average = average == null ? trained : average.plus(trained);
        }
        if (average == null) {
            throw new IllegalArgumentException("a training without members");
        }
        return settings.members() == 1 ? average : average.times(1f / settings.members());
    }

    private void run(Examples examples, String phase, int member, TrainingProgress progress) {
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
                learn(examples, index, rate);
                step++;
            }
            progress.report(phase, member * epochs + epoch + 1, settings.members() * epochs);
        }
    }

    private void learn(Examples examples, int index, float rate) {
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
        predict(buckets, count, norm);
        float square = gradient(examples.label(index), examples.taught(index), examples.weight(index));
        float bucketSquare = square * norm * norm;
        step(buckets, 0, parts, rate * norm, bucketSquare);
        step(buckets, parts, count, rate * settings.wholeWords() * norm, bucketSquare);
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
    private void predict(int[] buckets, int count, float norm) {
        Arrays.fill(scores, 0);
        for (int i = 0; i < count; i++) {
            add(weights, buckets[i] * outputs, scores, outputs);
        }
        for (int k = 0; k < outputs; k++) {
            scores[k] = scores[k] * norm + biases[k];
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
