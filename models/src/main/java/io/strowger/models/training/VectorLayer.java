package io.strowger.models.training;

/** The part of a softmax regression that weighs the known vectors of texts: one step size for each of their numbers. */
final class VectorLayer {
    private static final float EPSILON = 1e-6f;

    private final int outputs;
    private final float[] weights;
    private final float[] squares;

    VectorLayer(int dimensions, int outputs) {
        this.outputs = outputs;
        weights = new float[dimensions * outputs];
        squares = new float[dimensions];
    }

    /** Adds to a text's scores what its vector says. */
    void addTo(float[] scores, float[] vector) {
        for (int d = 0; d < vector.length; d++) {
            add(weights, d * outputs, vector[d], scores, 0, outputs);
        }
    }

    /** Goes a step against the gradient of the scores, whose mean square is given. */
    void learn(float[] vector, float[] gradient, float square, float rate) {
        for (int d = 0; d < vector.length; d++) {
            float number = vector[d];
            squares[d] += square * number * number;
            float factor = -rate * number / (float) Math.sqrt(squares[d] + EPSILON);
            add(gradient, 0, factor, weights, d * outputs, outputs);
        }
    }

    /** Adds the weights to others, times a factor. */
    void addTo(float[] sum, float factor) {
        add(weights, 0, factor, sum, 0, sum.length);
    }

    // Takes its arrays as arguments: only so does the JIT see that it may use wide registers.
    static void add(float[] from, int at, float factor, float[] to, int toAt, int count) {
        for (int k = 0; k < count; k++) {
            to[toAt + k] += from[at + k] * factor;
        }
    }
}
