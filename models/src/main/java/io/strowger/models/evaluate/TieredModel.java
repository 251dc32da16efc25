package io.strowger.models.evaluate;

import io.strowger.models.LabelClassifier;
import io.strowger.models.Tier;
import io.strowger.models.deep.CascadeClassifier;
import io.strowger.models.deep.DeepClassifier;
import io.strowger.models.deep.DeepModel;
import io.strowger.models.deep.SentenceEncoder;
import io.strowger.models.linear.ModelParts;
import io.strowger.models.linear.TextClassifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The deep part of a model directory, alone or behind the inline part, with its encoder. One thread. */
final class TieredModel implements AutoCloseable {
    private final SentenceEncoder encoder;
    private final DeepClassifier deep;
    private final @Nullable CascadeClassifier cascade;

    private TieredModel(SentenceEncoder encoder, DeepClassifier deep, @Nullable CascadeClassifier cascade) {
        this.encoder = encoder;
        this.deep = deep;
        this.cascade = cascade;
    }

    /**
     * Loads a model.
     *
     * @param tier {@link Tier#DEEP} or {@link Tier#CASCADE}
     * @throws IllegalArgumentException when the model lacks a part that the tier needs
     */
    static TieredModel open(String reference, Tier tier) throws IOException {
        int hash = reference.lastIndexOf('#');
        Path directory = Path.of(hash > 0 ? reference.substring(0, hash) : reference);
        if (!Files.isDirectory(directory) || !ModelParts.has(directory, ModelParts.DEEP)) {
            throw new IllegalArgumentException("model '" + reference
                    + "' has no deep tier; 'train --tier deep --out' into the same directory adds it");
        }
        TextClassifier inline = null;
        int below = ModelParts.cascadeBelow(directory);
        if (tier == Tier.CASCADE) {
            if (!ModelParts.hasInline(directory)) {
                throw new IllegalArgumentException(
                        "model '" + reference + "' has no inline part; 'train --out' into the same directory adds it");
            }
            if (below < 0) {
                throw new IllegalArgumentException("model '" + reference
                        + "' has no threshold for the cascade; train either part again with --dev");
            }
            inline = ModelReference.classifier(reference);
        }
        DeepModel model = DeepModel.read(directory);
        String task =
                hash > 0 ? reference.substring(hash + 1) : model.heads().get(0).task();
        SentenceEncoder encoder = model.openEncoder();
        try {
            DeepClassifier deep = new DeepClassifier(model.head(task), encoder);
            return new TieredModel(encoder, deep, inline == null ? null : new CascadeClassifier(inline, deep, below));
        } catch (IllegalArgumentException unsuitable) {
            encoder.close();
            throw unsuitable;
        }
    }

    LabelClassifier classifier() {
        return cascade == null ? deep : cascade;
    }

    /** Whether the last text asked the deep part. */
    boolean hasAskedDeep() {
        return cascade == null || cascade.hasAskedDeep();
    }

    @Override
    public void close() {
        encoder.close();
    }
}
