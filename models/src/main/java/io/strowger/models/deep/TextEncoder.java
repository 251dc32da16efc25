package io.strowger.models.deep;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns texts into vectors of length one; texts that mean the like get vectors that point the like way. Belongs to one thread at a
 * time. The same text gets the same bits on the same machine, whatever was encoded before it or beside it.
 */
public interface TextEncoder extends AutoCloseable {
    /**
     * The vector of a text, {@link #dimensions()} numbers. Long texts are cut. An empty text has a vector, too.
     *
     * @throws EncoderException when the session fails
     */
    float[] encode(String text);

    /** The vectors of some texts, in their order; otherwise as {@link #encode(String)}. */
    default List<float[]> encode(List<String> texts) {
        List<float[]> vectors = new ArrayList<>(texts.size());
        for (String text : texts) {
            vectors.add(encode(text));
        }
        return vectors;
    }

    /** The length of the vectors. */
    int dimensions();

    /** Which weights and tokenizer this is: the encoder's key and the hash of their content. */
    String version();

    /** Frees native memory. Nothing may be encoded afterwards. */
    @Override
    void close();
}
