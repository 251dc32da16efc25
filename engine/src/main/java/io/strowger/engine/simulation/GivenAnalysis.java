package io.strowger.engine.simulation;

import io.strowger.models.Analysis;
import io.strowger.models.Head;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What the models would say about a stream's messages. Immutable.
 *
 * @param labels label and confidence by head; heads that are absent have no answer
 * @param sentimentScore from -1 to 1
 */
public record GivenAnalysis(Map<Head, Label> labels, double sentimentScore) {
    /** Nothing is known about a message. */
    public static final GivenAnalysis NONE = new GivenAnalysis(Map.of(), 0);

    public GivenAnalysis {
        labels = Map.copyOf(labels);
        if (!(sentimentScore >= -1 && sentimentScore <= 1)) {
            throw new IllegalArgumentException("the sentiment's score " + sentimentScore + " must be between -1 and 1");
        }
    }

    /**
     * A head's answer.
     *
     * @param confidence from 0 to 1
     */
    public record Label(String label, double confidence) {
        public Label {
            if (label.isBlank() || !(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException(
                        "label '" + label + "' with confidence " + confidence + ": it must be between 0 and 1");
            }
        }
    }

    /** The same with the router's numbers for labels. */
    Analysis numbered(ToIntFunction<String> number) {
        Analysis analysis = new Analysis();
        labels.forEach((head, label) ->
                analysis.set(head, number.applyAsInt(label.label), (int) Math.round(label.confidence * Analysis.ONE)));
        analysis.sentimentScore((int) Math.round(sentimentScore * Analysis.ONE));
        return analysis;
    }
}
