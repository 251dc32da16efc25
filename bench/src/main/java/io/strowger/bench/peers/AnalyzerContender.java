package io.strowger.bench.peers;

import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.TextAnalyzer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Our text models on one thread, all heads on. */
final class AnalyzerContender implements Contender {
    private final TextAnalyzer analyzer;
    private final LabelledTexts texts;
    private final Analysis analysis = new Analysis();

    AnalyzerContender(TextAnalyzer analyzer, LabelledTexts texts) {
        this.analyzer = analyzer.fork();
        this.texts = texts;
    }

    @Override
    public String name() {
        return "inline models";
    }

    @Override
    public Conditions conditions() {
        return Conditions.IN_MEMORY;
    }

    @Override
    public void start() {}

    @Override
    public Figures measure(Load load, Duration duration) throws TurnFailedException {
        analyzeFor(duration.dividedBy(2));
        long start = System.nanoTime();
        long analyzed = analyzeFor(duration);
        double seconds = (double) (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1);
        return Figures.throughput(analyzed / seconds);
    }

    /** Reads all texts again and again; every one has to get an intent. */
    private long analyzeFor(Duration duration) throws TurnFailedException {
        long end = System.nanoTime() + duration.toNanos();
        long analyzed = 0;
        while (System.nanoTime() - end < 0) {
            for (int number = 0; number < texts.count(); number++) {
                byte[] text = texts.text(number);
                analyzer.analyze(text, 0, text.length, analysis);
                if (analysis.label(Head.LANGUAGE) == Analysis.NONE && analysis.label(Head.INTENT) == Analysis.NONE) {
                    throw new TurnFailedException("the models had no answer to text " + number);
                }
            }
            analyzed += texts.count();
        }
        return analyzed;
    }

    @Override
    public void close() {}
}
