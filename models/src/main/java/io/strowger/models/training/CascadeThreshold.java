package io.strowger.models.training;

import io.strowger.models.Analysis;
import io.strowger.models.data.LabelledText;
import io.strowger.models.deep.DeepClassifier;
import io.strowger.models.deep.DeepModel;
import io.strowger.models.deep.SentenceEncoder;
import io.strowger.models.deep.TextEncoder;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelDirectory;
import io.strowger.models.linear.ModelParts;
import io.strowger.models.linear.TextClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses on dev texts the inline confidence below which the deep part is asked. */
final class CascadeThreshold {
    /** At most a quarter of all texts shall ask; the rest is room for texts that are harder than these. */
    static final double MAX_SHARE = 0.22;

    private CascadeThreshold() {}

    /** A dev text: how sure the inline part is, and what asking the deep part changes: right answers won or lost. */
    record Asked(int inlineConfidence, int gain) {}

    /** Stores the threshold with the parts of a directory; does nothing when it lacks one. */
    static void store(Path directory, List<LabelledText> dev, TrainingProgress progress) throws IOException {
        if (ModelParts.has(directory, ModelParts.DEEP)) {
            try (SentenceEncoder encoder = DeepModel.read(directory).openEncoder()) {
                store(directory, dev, encoder, progress);
            }
        }
    }

    /** As {@link #store(Path, List, TrainingProgress)}, with an encoder that is open. */
    static void store(Path directory, List<LabelledText> dev, TextEncoder encoder, TrainingProgress progress)
            throws IOException {
        if (!ModelParts.hasInline(directory) || !ModelParts.has(directory, ModelParts.DEEP)) {
            return;
        }
        LinearModel inlineModel = ModelDirectory.read(directory);
        DeepModel deepModel = DeepModel.read(directory);
        String task = deepModel.heads().get(0).task();
        if (!inlineModel.tasks().contains(task)) {
            return;
        }
        TextClassifier inline = inlineModel.classifier(task);
        DeepClassifier deep = new DeepClassifier(deepModel.head(task), encoder);
        List<float[]> vectors = new EncodedTexts(encoder, progress).of(dev, task + " (cascade)");
        List<Asked> asked = new ArrayList<>();
        for (int i = 0; i < dev.size(); i++) {
            LabelledText row = dev.get(i);
            byte[] text = row.text();
            boolean inlineRight =
                    inline.labels().get(inline.classify(text, 0, text.length)).equals(row.label());
            boolean deepRight = deep.labels()
                    .get(deep.classify(text, 0, text.length, vectors.get(i)))
                    .equals(row.label());
            asked.add(new Asked(inline.confidence(), (deepRight ? 1 : 0) - (inlineRight ? 1 : 0)));
        }
        ModelParts.cascadeBelow(directory, below(asked));
    }

    /** The confidence in ten-thousandths below which asking wins the most, the lowest of equals. */
    static int below(List<Asked> texts) {
        List<Asked> sorted = new ArrayList<>(texts);
        sorted.sort(Comparator.comparingInt(Asked::inlineConfidence));
        int room = (int) (MAX_SHARE * sorted.size());
        int best = 0;
        int bestGain = 0;
        int gain = 0;
        for (int i = 0; i < sorted.size(); i++) {
            int confidence = sorted.get(i).inlineConfidence();
            // All texts of one confidence are asked, or none of them.
            if (i > room || confidence == Analysis.ONE) {
                break;
            }
            gain += sorted.get(i).gain();
            boolean isLastOfItsConfidence =
                    i + 1 == sorted.size() || sorted.get(i + 1).inlineConfidence() > confidence;
            if (isLastOfItsConfidence && i < room && gain > bestGain) {
                bestGain = gain;
                best = confidence + 1;
            }
        }
        return best;
    }
}
