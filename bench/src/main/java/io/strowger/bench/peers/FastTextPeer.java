package io.strowger.bench.peers;

import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import io.strowger.verticles.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** fastText's command line on the same texts. */
final class FastTextPeer implements Peer {
    private static final String PROGRAM = "fasttext";

    @Override
    public String name() {
        return "fasttext";
    }

    @Override
    public String title() {
        return "fastText's command line";
    }

    @Override
    public @Nullable String missing(Programs programs) {
        return programs.find(PROGRAM) == null
                ? "there is no fasttext: Debian's package fasttext brings it (apt-get install fasttext)"
                : null;
    }

    @Override
    public Comparison compare(Ground ground) throws IOException {
        Path program = ground.programs().find(PROGRAM);
        if (program == null) {
            throw CommandFailure.failed(String.valueOf(missing(ground.programs())));
        }
        TextAnalyzer analyzer = InlineModels.builtin();
        LabelledTexts texts = new LabelledTexts(ground.texts(), analyzer);
        return new Comparison(
                new AnalyzerContender(analyzer, texts),
                List.of(
                        new FastTextContender(
                                "fastText, words", program, List.of("-minn", "0", "-maxn", "0"), texts, ground),
                        new FastTextContender(
                                "fastText, characters", program, List.of("-minn", "3", "-maxn", "5"), texts, ground)),
                List.of(new Bout(Load.saturating(), List.of(Yardstick.of(Metric.THROUGHPUT)))),
                List.of(
                        "fastText answers one question (the intent, 16 dimensions, 200,000 buckets), our models all "
                                + "of theirs (language, intent, sentiment, emotion, urgency).",
                        "fastText's start is excluded: a turn is the difference between a run on many texts and one on "
                                + "few."));
    }
}
