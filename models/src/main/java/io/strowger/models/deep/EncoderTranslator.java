package io.strowger.models.deep;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Carries a text to an encoder as tokens, and its vectors of tokens back as one vector. */
final class EncoderTranslator implements Translator<String, float[]> {
    // A token has a character or more, and the rest is cut anyway: so long texts cost no long tokenizing.
    private static final int CHARACTERS_A_TOKEN = 16;

    private final HuggingFaceTokenizer tokenizer;
    private final Pooling pooling;
    private final int maxCharacters;

    EncoderTranslator(HuggingFaceTokenizer tokenizer, Pooling pooling) {
        this.tokenizer = tokenizer;
        this.pooling = pooling;
        maxCharacters = CHARACTERS_A_TOKEN * tokenizer.getMaxLength();
    }

    @Override
    public NDList processInput(TranslatorContext context, String text) {
        long[] ids = tokenizer.encode(cut(text)).getIds();
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        NDManager manager = context.getNDManager();
        Shape shape = new Shape(1, ids.length);
        return new NDList(
                named(manager.create(ids, shape), "input_ids"),
                named(manager.create(mask, shape), "attention_mask"),
                named(manager.create(new long[ids.length], shape), "token_type_ids"));
    }

    @Override
    public float[] processOutput(TranslatorContext context, NDList outputs) {
        NDArray states = outputs.head();
        Shape shape = states.getShape();
        return pooling.vector(states.toFloatArray(), (int) shape.get(1), (int) shape.get(2));
    }

    /**
     * Texts are not stacked: the encoders' 8-bit arithmetic takes its scale from all that is in a session's call, so a text's
     * vector would depend on its neighbours (cosines down to 0.977 were measured), and padding eats most of the gain.
     */
    @Override
    public @Nullable Batchifier getBatchifier() {
        return null;
    }

    private String cut(String text) {
        if (text.length() <= maxCharacters) {
            return text;
        }
        boolean isPair = Character.isHighSurrogate(text.charAt(maxCharacters - 1));
        return text.substring(0, isPair ? maxCharacters - 1 : maxCharacters);
    }

    private static NDArray named(NDArray array, String name) {
        array.setName(name);
        return array;
    }
}
