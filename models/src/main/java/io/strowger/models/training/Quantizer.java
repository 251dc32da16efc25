package io.strowger.models.training;

import io.strowger.models.linear.HeadSource;
import java.util.List;

/** Turns trained weights into 8-bit ones. */
final class Quantizer {
    private static final int LARGEST = 127;
    // Few weights are much larger than the rest: clipping them makes the steps of all others finer.
    private static final double[] CLIPPINGS = {1, 0.85, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2};

    private Quantizer() {}

    /**
     * The 8-bit head with temperature 1.
     *
     * @param pruned quantised weights of this absolute value or less become zero; 0 keeps all
     */
    static HeadSource quantize(String name, List<String> labels, SoftmaxWeights trained, int pruned) {
        double largest = 1e-6;
        for (float weight : trained.weights()) {
            largest = Math.max(largest, Math.abs(weight));
        }
        double best = Double.POSITIVE_INFINITY;
        double step = largest / LARGEST;
        for (double clipping : CLIPPINGS) {
            double candidate = largest * clipping / LARGEST;
            double error = squaredError(trained.weights(), candidate);
            if (error < best) {
                best = error;
                step = candidate;
            }
        }
        byte[] weights = new byte[trained.weights().length];
        for (int i = 0; i < weights.length; i++) {
            int weight = rounded(trained.weights()[i], step);
            weights[i] = (byte) (Math.abs(weight) <= pruned ? 0 : weight);
        }
        return new HeadSource(name, labels, trained.bits(), weights, step, trained.biases(), 1);
    }

    private static double squaredError(float[] weights, double step) {
        double sum = 0;
        for (float weight : weights) {
            double error = weight - rounded(weight, step) * step;
            sum += error * error;
        }
        return sum;
    }

    private static int rounded(float weight, double step) {
        return (int) Math.max(-LARGEST, Math.min(LARGEST, StrictMath.rint(weight / step)));
    }
}
