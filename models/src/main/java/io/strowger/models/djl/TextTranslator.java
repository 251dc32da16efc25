package io.strowger.models.djl;

import ai.djl.modality.Classifications;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.translate.Batchifier;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import ai.djl.util.passthrough.PassthroughNDArray;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Carries a text to an inline model and its classifications back. Stateless. */
public final class TextTranslator implements Translator<String, Classifications> {
    @Override
    public NDList processInput(TranslatorContext context, String text) {
        return new NDList(new PassthroughNDArray(context.getNDManager(), text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Classifications processOutput(TranslatorContext context, NDList outputs) {
        NDArray output = outputs.singletonOrThrow();
        return (Classifications) ((PassthroughNDArray) output).getObject();
    }

    /** Texts are not stacked: each is classified alone. */
    @Override
    public @Nullable Batchifier getBatchifier() {
        return null;
    }
}
