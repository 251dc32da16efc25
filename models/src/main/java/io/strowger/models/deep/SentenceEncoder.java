package io.strowger.models.deep;

import ai.djl.ModelException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.inference.Predictor;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.TranslateException;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.util.Map;

/**
 * A packaged encoder in a session of ONNX Runtime behind DJL. Uses one thread, the caller's; a second encoder is for a second
 * thread. Loading takes about a second and 100 MB of native memory; encoding takes milliseconds.
 */
public final class SentenceEncoder implements TextEncoder {
    /** Tokens of a text that are read. */
    private static final int MAX_TOKENS = 256;

    private static final String ONE_THREAD = "1";
    private static final String PROBE = "Where is my parcel?";

    private final HuggingFaceTokenizer tokenizer;
    private final ZooModel<String, float[]> model;
    private final Predictor<String, float[]> predictor;
    private final String version;
    private final int dimensions;

    private SentenceEncoder(HuggingFaceTokenizer tokenizer, ZooModel<String, float[]> model, String version) {
        this.tokenizer = tokenizer;
        this.model = model;
        this.version = version;
        predictor = model.newPredictor();
        try {
            dimensions = encode(PROBE).length;
        } catch (RuntimeException failed) {
            predictor.close();
            model.close();
            throw failed;
        }
    }

    /**
     * Loads an encoder and encodes a first text with it.
     *
     * @throws IOException when ONNX Runtime, the tokenizer or the encoder is not on the class path, or can't run here
     */
    public static SentenceEncoder open(PackagedEncoder which) throws IOException {
        Offline.ensure();
        try (EncoderFiles files = new EncoderFiles(which)) {
            return open(which, files);
        } catch (ModelException | OrtException | RuntimeException | LinkageError failed) {
            throw new IOException(
                    "the encoder '" + which.key() + "' can't be loaded: " + failed
                            + "; it needs the jars that docs/dependencies.md lists for the deep tier, on Linux or Windows"
                            + " (x86-64), Linux on ARM64 or macOS on ARM64, and a temporary folder it may run libraries from",
                    failed);
        }
    }

    private static SentenceEncoder open(PackagedEncoder which, EncoderFiles files)
            throws IOException, ModelException, OrtException {
        HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.builder()
                .optTokenizerPath(files.tokenizer())
                .optTruncation(true)
                .optMaxLength(MAX_TOKENS)
                .optPadding(false)
                .build();
        try {
            ZooModel<String, float[]> model = Criteria.builder()
                    .setTypes(String.class, float[].class)
                    .optEngine("OnnxRuntime")
                    .optModelPath(files.weights())
                    .optOptions(Map.of("intraOpNumThreads", ONE_THREAD, "interOpNumThreads", ONE_THREAD))
                    .optTranslator(new EncoderTranslator(tokenizer, which.pooling()))
                    .build()
                    .loadModel();
            OrtEnvironment.getEnvironment().setTelemetry(false);
            return new SentenceEncoder(tokenizer, model, files.version());
        } catch (IOException | ModelException | OrtException | RuntimeException failed) {
            tokenizer.close();
            throw failed;
        }
    }

    @Override
    public float[] encode(String text) {
        try {
            return predictor.predict(text);
        } catch (TranslateException | RuntimeException failed) {
            throw new EncoderException("a text of " + text.length() + " characters could not be encoded", failed);
        }
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public void close() {
        predictor.close();
        model.close();
        tokenizer.close();
    }
}
