package io.strowger.bench.peers;

import io.strowger.bench.rig.Texts;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Our texts, one a line, with the intents that our models give them as labels: what fastText learns from and reads. */
final class LabelledTexts {
    private static final String LABEL = "__label__";

    private final List<byte[]> texts = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();

    LabelledTexts(Texts all, TextAnalyzer analyzer) {
        List<String> intents = analyzer.labels(Head.INTENT);
        Analysis analysis = new Analysis();
        for (int number = 0; number < all.count(); number++) {
            Bytes text = all.text(number);
            analyzer.analyze(text.array(), text.offset(), text.length(), analysis);
            int intent = analysis.label(Head.INTENT);
            texts.add(text.toArray());
            labels.add(LABEL + (intent == Analysis.NONE ? "none" : intents.get(intent)));
        }
    }

    int count() {
        return texts.size();
    }

    /** A text's bytes, which nobody changes. */
    byte[] text(int number) {
        return texts.get(number);
    }

    boolean isLabel(String line) {
        return labels.contains(line);
    }

    /** Each with its label in front. */
    List<String> trainingLines() {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < texts.size(); number++) {
            lines.add(labels.get(number) + " " + new String(texts.get(number), StandardCharsets.UTF_8));
        }
        return lines;
    }

    /** All texts, without labels. */
    void writeLines(OutputStream out) throws IOException {
        for (byte[] text : texts) {
            out.write(text);
            out.write('\n');
        }
    }
}
