package io.strowger.models.drift;

import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An analyzer whose answers are counted. Belongs to the thread of its first text; allocates nothing a message after it. */
final class CountingAnalyzer implements TextAnalyzer {
    private static final Head[] HEADS = Head.values();

    private final TextAnalyzer analyzer;
    private final DriftWatch watch;
    private HeadCounts @Nullable [] counts;

    CountingAnalyzer(TextAnalyzer analyzer, DriftWatch watch) {
        this.analyzer = analyzer;
        this.watch = watch;
    }

    @Override
    public void analyze(byte[] text, int offset, int length, Analysis analysis) {
        analyzer.analyze(text, offset, length, analysis);
        HeadCounts[] mine = counts;
        if (mine == null) {
            mine = watch.countsOfThisThread();
            counts = mine;
        }
        for (Head head : HEADS) {
            mine[head.code()].count(analysis.label(head), analysis.confidence(head));
        }
    }

    @Override
    public List<String> labels(Head head) {
        return analyzer.labels(head);
    }

    @Override
    public String version() {
        return analyzer.version();
    }

    @Override
    public TextAnalyzer fork() {
        return new CountingAnalyzer(analyzer.fork(), watch);
    }
}
