package io.strowger.models.deep;

import java.util.Locale;

/** The sentence encoders that come as jars, English, Apache 2.0: weights and tokenizer are class-path resources. */
public enum PackagedEncoder {
    /** all-MiniLM-L6-v2, six layers, 8-bit weights: the faster one. */
    MINILM("/all-minilm-l6-v2-q.onnx", "/all-minilm-l6-v2-q-tokenizer.json", Pooling.MEAN),
    /** bge-small-en-v1.5, twelve layers, 8-bit weights: the better one, at half the speed. */
    BGE_SMALL("/bge-small-en-v1.5-q.onnx", "/bge-small-en-v1.5-q-tokenizer.json", Pooling.FIRST);

    private final String weights;
    private final String tokenizer;
    private final Pooling pooling;

    PackagedEncoder(String weights, String tokenizer, Pooling pooling) {
        this.weights = weights;
        this.tokenizer = tokenizer;
        this.pooling = pooling;
    }

    /** What model directories and the command line call it: {@code minilm}, {@code bge-small}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The encoder of that key.
     *
     * @throws IllegalArgumentException when there is none; names those that there are
     */
    public static PackagedEncoder ofKey(String key) {
        for (PackagedEncoder encoder : values()) {
            if (encoder.key().equals(key)) {
                return encoder;
            }
        }
        throw new IllegalArgumentException(
                "there is no encoder '" + key + "'; there are " + MINILM.key() + " and " + BGE_SMALL.key());
    }

    String weights() {
        return weights;
    }

    String tokenizer() {
        return tokenizer;
    }

    Pooling pooling() {
        return pooling;
    }
}
