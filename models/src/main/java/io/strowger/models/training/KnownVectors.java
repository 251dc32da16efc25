package io.strowger.models.training;

import io.strowger.models.linear.HeadSource;
import io.strowger.models.linear.InlineModels;
import org.jspecify.annotations.Nullable;

/**
 * Vectors that are known before a training: texts that mean the like have vectors that point the like way, so words that its
 * texts lack are not unknown. A text's vector is the sum of its buckets' vectors over the root of their number: what is
 * learned over vectors can be added to the weights of the buckets, and costs nothing when texts are read.
 */
final class KnownVectors {
    /** The head of the model that has the vectors. */
    static final String HEAD = "vectors";

    private final byte[] rows;
    private final int dimensions;
    private final float step;

    /** Vectors whose numbers are the outputs of a head. */
    KnownVectors(HeadSource source) {
        rows = source.weights();
        dimensions = source.labels().size();
        step = (float) source.step();
    }

    /** The shipped vectors; null when they are for other numbers of buckets. */
    static @Nullable KnownVectors shipped(int bits) {
        HeadSource source = InlineModels.vectors().source(HEAD);
        return source == null || source.bits() != bits ? null : new KnownVectors(source);
    }

    int dimensions() {
        return dimensions;
    }

    /** The vectors of all examples, in their order. */
    float[][] of(Examples examples) {
        float[][] vectors = new float[examples.size()][];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = of(examples.features(i).buckets());
        }
        return vectors;
    }

    private float[] of(int[] buckets) {
        float[] vector = new float[dimensions];
        if (buckets.length == 0) {
            return vector;
        }
        for (int bucket : buckets) {
            for (int d = 0; d < dimensions; d++) {
                vector[d] += rows[bucket * dimensions + d];
            }
        }
        float norm = (float) (step / Math.sqrt(buckets.length));
        for (int d = 0; d < dimensions; d++) {
            vector[d] *= norm;
        }
        return vector;
    }

    /**
     * Adds to the weights of all buckets what was learned over their vectors.
     *
     * @param learned for each number of a vector one weight a label
     */
    void addTo(float[] weights, float[] learned, int outputs) {
        for (int bucket = 0; bucket < rows.length / dimensions; bucket++) {
            for (int d = 0; d < dimensions; d++) {
                int number = rows[bucket * dimensions + d];
                if (number != 0) {
                    VectorLayer.add(learned, d * outputs, number * step, weights, bucket * outputs, outputs);
                }
            }
        }
    }
}
