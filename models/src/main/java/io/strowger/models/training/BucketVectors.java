package io.strowger.models.training;

import java.util.Arrays;
import java.util.List;

/**
 * Linear regression of texts' vectors on their n-grams, with AdaGrad by row as in {@link SoftmaxRegression}: each bucket gets a
 * vector, and a text's is their sum over the root of their number. Deterministic.
 */
final class BucketVectors {
    private static final int EPOCHS = 10;
    private static final float RATE = 0.1f;
    private static final float LAST_RATE = 0.1f;
    private static final float WHOLE_WORDS = 2.5f;
    private static final float DROPOUT = 0.5f;
    private static final float EPSILON = 1e-6f;
    private static final int HELD_OUT = 20;

    private final int dimensions;
    private final float[] weights;
    private final float[] squares;
    private final float[] difference;
    private final SeededRandom random;
    private int[] kept = new int[256];
    private int parts;
    private int count;

    private BucketVectors(int bits, int dimensions, long seed) {
        this.dimensions = dimensions;
        weights = new float[dimensions << bits];
        squares = new float[1 << bits];
        difference = new float[dimensions];
        random = new SeededRandom(seed);
    }

    /**
     * What was learned.
     *
     * @param explained the share of the variance of texts that were not learned from
     */
    record Learned(SoftmaxWeights weights, double explained) {}

    /** Learns from all texts but every twentieth, which tell how well it went. */
    static Learned learn(List<Features> texts, List<float[]> vectors, int bits, long seed, TrainingProgress progress) {
        int dimensions = vectors.get(0).length;
        BucketVectors regression = new BucketVectors(bits, dimensions, seed);
        int[] order = new int[texts.size() - texts.size() / HELD_OUT];
        for (int i = 0, next = 0; i < texts.size(); i++) {
            if (!isHeldOut(i)) {
                order[next++] = i;
            }
        }
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            regression.random.shuffle(order);
            for (int i = 0; i < order.length; i++) {
                float done = (epoch + (float) i / order.length) / EPOCHS;
                regression.learn(texts.get(order[i]), vectors.get(order[i]), RATE * (1 - (1 - LAST_RATE) * done));
            }
            progress.report("vectors", epoch + 1, EPOCHS);
        }
        SoftmaxWeights weights = new SoftmaxWeights(bits, dimensions, regression.weights, new float[dimensions]);
        return new Learned(weights, explained(weights, texts, vectors));
    }

    private static boolean isHeldOut(int index) {
        return index % HELD_OUT == HELD_OUT - 1;
    }

    private static double explained(SoftmaxWeights weights, List<Features> texts, List<float[]> vectors) {
        double[] said = new double[weights.outputs()];
        double all = 0;
        double missed = 0;
        for (int i = HELD_OUT - 1; i < texts.size(); i += HELD_OUT) {
            weights.logits(texts.get(i).buckets(), said);
            float[] vector = vectors.get(i);
            for (int d = 0; d < said.length; d++) {
                all += vector[d] * vector[d];
                missed += (said[d] - vector[d]) * (said[d] - vector[d]);
            }
        }
        return all == 0 ? 0 : Math.max(0, 1 - missed / all);
    }

    private void learn(Features text, float[] vector, float rate) {
        keep(text);
        if (count == 0) {
            return;
        }
        float norm = (float) (1 / Math.sqrt(count));
        Arrays.fill(difference, 0);
        for (int i = 0; i < count; i++) {
            VectorLayer.add(weights, kept[i] * dimensions, norm, difference, 0, dimensions);
        }
        float square = 0;
        for (int d = 0; d < dimensions; d++) {
            difference[d] -= vector[d];
            square += difference[d] * difference[d] / dimensions;
        }
        for (int i = 0; i < count; i++) {
            int bucket = kept[i];
            squares[bucket] += square * norm * norm;
            float factor = -rate * norm * (i < parts ? 1 : WHOLE_WORDS) / (float) Math.sqrt(squares[bucket] + EPSILON);
            VectorLayer.add(difference, 0, factor, weights, bucket * dimensions, dimensions);
        }
    }

    /** Leaves those features that are not left out in {@code kept}. */
    private void keep(Features text) {
        int[] buckets = text.buckets();
        if (kept.length < buckets.length) {
            kept = new int[2 * buckets.length];
        }
        count = 0;
        parts = 0;
        for (int i = 0; i < buckets.length; i++) {
            if (!random.isBelow(DROPOUT)) {
                kept[count++] = buckets[i];
                parts += i < text.parts() ? 1 : 0;
            }
        }
    }
}
