package io.strowger.models.training;

import java.util.Arrays;

/**
 * Multinomial logistic regression over sentence vectors: AdaGrad over small batches. The numbers of a vector are first
 * brought to mean 0 and the same spread; the weights that come out are for the vectors as they are. Deterministic.
 */
final class VectorRegression {
    private static final int EPOCHS = 20;
    private static final int BATCH = 16;
    private static final float RATE = 0.3f;
    private static final float LAST_RATE = 0.1f;
    private static final float EPSILON = 1e-8f;

    private final VectorExamples examples;
    private final int outputs;
    private final int dimensions;
    private final float[] means;
    private final float[] factors;
    private final float[] weights;
    private final float[] squares;
    private final float[] gradient;
    private final float[] biases;
    private final float[] biasSquares;
    private final float[] biasGradient;
    private final float[] input;
    private final float[] scores;

    private VectorRegression(VectorExamples examples, int outputs) {
        this.examples = examples;
        this.outputs = outputs;
        dimensions = examples.vector(0).length;
        means = new float[dimensions];
        factors = new float[dimensions];
        weights = new float[dimensions * outputs];
        squares = new float[weights.length];
        gradient = new float[weights.length];
        biases = new float[outputs];
        biasSquares = new float[outputs];
        biasGradient = new float[outputs];
        input = new float[dimensions];
        scores = new float[outputs];
        Arrays.fill(squares, EPSILON);
        Arrays.fill(biasSquares, EPSILON);
        measure();
    }

    /**
     * What was learned.
     *
     * @param weights of the vector: for each of its numbers one weight a label
     * @param biases one a label
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over
    record Weights(float[] weights, float[] biases) {
        void logits(float[] vector, double[] logits) {
            for (int k = 0; k < biases.length; k++) {
                logits[k] = biases[k];
            }
            for (int i = 0; i < vector.length; i++) {
                for (int k = 0; k < biases.length; k++) {
                    logits[k] += vector[i] * weights[i * biases.length + k];
                }
            }
        }
    }

    static Weights train(VectorExamples examples, int outputs, long seed, String phase, TrainingProgress progress) {
        VectorRegression regression = new VectorRegression(examples, outputs);
        int[] order = new int[examples.size()];
        Arrays.setAll(order, i -> i);
        SeededRandom random = new SeededRandom(seed);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            progress.report(phase, epoch, EPOCHS);
            random.shuffle(order);
            float rate = RATE * (1 - (1 - LAST_RATE) * epoch / (EPOCHS - 1));
            for (int from = 0; from < order.length; from += BATCH) {
                regression.step(order, from, Math.min(from + BATCH, order.length), rate);
            }
        }
        progress.report(phase, EPOCHS, EPOCHS);
        return regression.forPlainVectors();
    }

    private void measure() {
        double[] sums = new double[dimensions];
        double[] sumsOfSquares = new double[dimensions];
        for (int example = 0; example < examples.size(); example++) {
            float[] vector = examples.vector(example);
            for (int i = 0; i < dimensions; i++) {
                sums[i] += vector[i];
                sumsOfSquares[i] += (double) vector[i] * vector[i];
            }
        }
        for (int i = 0; i < dimensions; i++) {
            double mean = sums[i] / examples.size();
            double variance = Math.max(0, sumsOfSquares[i] / examples.size() - mean * mean);
            means[i] = (float) mean;
            factors[i] = (float) (1 / (Math.sqrt(variance * dimensions) + EPSILON));
        }
    }

    private void step(int[] order, int from, int to, float rate) {
        Arrays.fill(gradient, 0);
        Arrays.fill(biasGradient, 0);
        for (int at = from; at < to; at++) {
            int example = order[at];
            predict(examples.vector(example));
            difference(examples.label(example), examples.weight(example) / (to - from));
            for (int i = 0; i < dimensions; i++) {
                add(scores, input[i], gradient, i * outputs, outputs);
            }
            add(scores, 1, biasGradient, 0, outputs);
        }
        descend(weights, gradient, squares, rate);
        descend(biases, biasGradient, biasSquares, rate);
    }

    /** Leaves the vector, brought to scale, in {@code input} and the probabilities in {@code scores}. */
    private void predict(float[] vector) {
        System.arraycopy(biases, 0, scores, 0, outputs);
        for (int i = 0; i < dimensions; i++) {
            input[i] = (vector[i] - means[i]) * factors[i];
            addRow(weights, i * outputs, input[i], scores, outputs);
        }
        Softmax.normalize(scores);
    }

    private void difference(int label, float weight) {
        for (int k = 0; k < outputs; k++) {
            float target = label == Examples.NO_LABEL ? 1f / outputs : k == label ? 1 : 0;
            scores[k] = (scores[k] - target) * weight;
        }
    }

    private Weights forPlainVectors() {
        for (int i = 0; i < dimensions; i++) {
            for (int k = 0; k < outputs; k++) {
                weights[i * outputs + k] *= factors[i];
                biases[k] -= means[i] * weights[i * outputs + k];
            }
        }
        return new Weights(weights, biases);
    }

    // The innermost loops take their arrays as arguments: only so does the JIT see that it may use wide registers.

    private static void addRow(float[] from, int at, float factor, float[] to, int count) {
        for (int k = 0; k < count; k++) {
            to[k] += from[at + k] * factor;
        }
    }

    private static void add(float[] from, float factor, float[] to, int at, int count) {
        for (int k = 0; k < count; k++) {
            to[at + k] += from[k] * factor;
        }
    }

    private static void descend(float[] values, float[] gradient, float[] squares, float rate) {
        for (int i = 0; i < values.length; i++) {
            squares[i] += gradient[i] * gradient[i];
            values[i] -= rate * gradient[i] / (float) Math.sqrt(squares[i]);
        }
    }
}
