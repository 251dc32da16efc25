package io.strowger.verticles.simulation;

import io.strowger.engine.simulation.GivenAnalysis;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What the shipped models say about a text. */
final class UnderstoodText {
    private UnderstoodText() {}

    static GivenAnalysis of(String text) {
        TextAnalyzer analyzer = InlineModels.builtin().fork();
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        Analysis analysis = new Analysis();
        analyzer.analyze(utf8, 0, utf8.length, analysis);
        Map<Head, GivenAnalysis.Label> labels = new HashMap<>();
        for (Head head : Head.values()) {
            int label = analysis.label(head);
            if (label != Analysis.NONE) {
                labels.put(
                        head,
                        new GivenAnalysis.Label(
                                analyzer.labels(head).get(label), analysis.confidence(head) / (double) Analysis.ONE));
            }
        }
        return new GivenAnalysis(labels, analysis.sentimentScore() / (double) Analysis.ONE);
    }
}
