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
    private static final String WORDS = "fastText, words";
    private static final String CHARACTERS = "fastText, characters";
    private static final double TIMES_WORDS = 2;
    private static final double TIMES_CHARACTERS = 5;

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
                        new FastTextContender(WORDS, program, List.of("-minn", "0", "-maxn", "0"), texts, ground),
                        new FastTextContender(CHARACTERS, program, List.of("-minn", "3", "-maxn", "6"), texts, ground)),
                List.of(new Bout(
                        Load.saturating(),
                        List.of(
                                Yardstick.of(Metric.THROUGHPUT, TIMES_WORDS).against(WORDS),
                                Yardstick.of(Metric.THROUGHPUT, TIMES_CHARACTERS)
                                        .against(CHARACTERS)))),
                List.of(
                        "fastText answers one question (the intent, 16 dimensions, 200,000 buckets), our models all "
                                + "of theirs (language, intent, sentiment, emotion, urgency).",
                        "fastText's start is excluded: a turn is the difference between a run on many texts and one on "
                                + "few."));
    }
}
