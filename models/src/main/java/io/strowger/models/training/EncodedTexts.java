package io.strowger.models.training;

import io.strowger.models.data.LabelledText;
import io.strowger.models.deep.TextEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Encodes texts and says how far it is. */
final class EncodedTexts {
    private static final int REPORT_EVERY = 50;

    private final TextEncoder encoder;
    private final TrainingProgress progress;

    EncodedTexts(TextEncoder encoder, TrainingProgress progress) {
        this.encoder = encoder;
        this.progress = progress;
    }

    /** The vectors of the rows in their order. */
    List<float[]> of(List<LabelledText> rows, String phase) {
        List<float[]> vectors = new ArrayList<>(rows.size());
        for (LabelledText row : rows) {
            if (vectors.size() % REPORT_EVERY == 0) {
                progress.report(phase, vectors.size(), rows.size());
            }
            vectors.add(encoder.encode(new String(row.text(), StandardCharsets.UTF_8)));
        }
        progress.report(phase, rows.size(), rows.size());
        return vectors;
    }
}
