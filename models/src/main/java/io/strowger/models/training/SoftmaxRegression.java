package io.strowger.models.training;

/**
 * Multinomial logistic regression over presence features, each text's features scaled to length one, with AdaGrad by row:
 * one step size a bucket. One thread, a fixed order and plain float arithmetic: the same input gives the same bytes.
 */
final class SoftmaxRegression {
    private static final float EPSILON = 1e-6f;
    private static final float LAST_RATE = 0.1f;

    private final SoftmaxSettings settings;
    private final int outputs;
    private final float[] weights;
    private final float[] squares;
    private final float[] biases;
    private final float[] scores;
    private float biasSquares;

    private SoftmaxRegression(SoftmaxSettings settings, int outputs) {
        this.settings = settings;
        this.outputs = outputs;
        weights = new float[outputs << settings.bits()];
        squares = new float[1 << settings.bits()];
        biases = new float[outputs];
        scores = new float[outputs];
    }

    static SoftmaxWeights train(
            Examples examples, int outputs, SoftmaxSettings settings, String phase, TrainingProgress progress) {
        SoftmaxRegression regression = new SoftmaxRegression(settings, outputs);
        regression.run(examples, phase, progress);
        return new SoftmaxWeights(settings.bits(), outputs, regression.weights, regression.biases);
    }

    private void run(Examples examples, String phase, TrainingProgress progress) {
        SeededRandom random = new SeededRandom(settings.seed());
        int[] order = new int[examples.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        long steps = (long) settings.epochs() * order.length;
        long step = 0;
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            random.shuffle(order);
            for (int index : order) {
                float rate = settings.rate() * (1 - (1 - LAST_RATE) * ((float) step / steps));
                learn(examples.buckets(index), examples.label(index), examples.weight(index), rate);
                step++;
            }
            progress.report(phase, epoch + 1, settings.epochs());
        }
    }

    private void learn(int[] buckets, int label, float weight, float rate) {
        if (buckets.length == 0) {
            return;
        }
        float norm = (float) (1 / StrictMath.sqrt(buckets.length));
        predict(buckets, norm);
        float square = gradient(label, weight);
        float bucketSquare = square * norm * norm;
        for (int bucket : buckets) {
            squares[bucket] += bucketSquare;
            float factor = rate * norm / (float) StrictMath.sqrt(squares[bucket] + EPSILON);
            int row = bucket * outputs;
            for (int k = 0; k < outputs; k++) {
                weights[row + k] -= factor * scores[k];
            }
        }
        biasSquares += square;
        float factor = rate / (float) StrictMath.sqrt(biasSquares + EPSILON);
        for (int k = 0; k < outputs; k++) {
            biases[k] -= factor * scores[k];
        }
    }

    /** Leaves the probabilities in {@code scores}. */
    private void predict(int[] buckets, float norm) {
        for (int k = 0; k < outputs; k++) {
            scores[k] = 0;
        }
        for (int bucket : buckets) {
            int row = bucket * outputs;
            for (int k = 0; k < outputs; k++) {
                scores[k] += weights[row + k];
            }
        }
        float largest = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < outputs; k++) {
            scores[k] = scores[k] * norm + biases[k];
            largest = Math.max(largest, scores[k]);
        }
        float total = 0;
        for (int k = 0; k < outputs; k++) {
            scores[k] = (float) Exponential.exp(scores[k] - largest);
            total += scores[k];
        }
        for (int k = 0; k < outputs; k++) {
            scores[k] /= total;
        }
    }

    /** Turns the probabilities into the gradient of the loss; returns its mean square. */
    private float gradient(int label, float weight) {
        float spread = settings.smoothing() / outputs;
        float square = 0;
        for (int k = 0; k < outputs; k++) {
            float target = k == label ? 1 - settings.smoothing() + spread : spread;
            scores[k] = (scores[k] - target) * weight;
            square += scores[k] * scores[k];
        }
        return square / outputs;
    }
}
