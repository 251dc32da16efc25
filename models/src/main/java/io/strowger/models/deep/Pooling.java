package io.strowger.models.deep;

/** How the vectors of a text's tokens become the vector of the text; each encoder was trained with one of them. */
enum Pooling {
    /** The mean over all tokens. */
    MEAN {
        @Override
        void pool(float[] states, int tokens, float[] vector) {
            for (int token = 0; token < tokens; token++) {
                for (int i = 0; i < vector.length; i++) {
                    vector[i] += states[token * vector.length + i];
                }
            }
        }
    },
    /** The first token, which stands for the whole text. */
    FIRST {
        @Override
        void pool(float[] states, int tokens, float[] vector) {
            System.arraycopy(states, 0, vector, 0, vector.length);
        }
    };

    /** Adds up the vectors of the tokens, which lie one after the other; {@code vector} has zeros before. */
    abstract void pool(float[] states, int tokens, float[] vector);

    /** The vector of a text, of length one. */
    float[] vector(float[] states, int tokens, int dimensions) {
        float[] vector = new float[dimensions];
        pool(states, tokens, vector);
        double square = 0;
        for (float value : vector) {
            square += (double) value * value;
        }
        float factor = square == 0 ? 0 : (float) (1 / Math.sqrt(square));
        for (int i = 0; i < dimensions; i++) {
            vector[i] *= factor;
        }
        return vector;
    }
}
