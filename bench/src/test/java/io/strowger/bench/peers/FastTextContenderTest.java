package io.strowger.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.strowger.bench.rig.Texts;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastTextContenderTest {
    private final TextAnalyzer analyzer = InlineModels.builtin();
    private final LabelledTexts texts = new LabelledTexts(Texts.load(Texts.USUAL_BYTES, 1), analyzer);

    @TempDir
    Path directory;

    @Test
    void shouldGiveEveryTextALineAndALabel() throws Exception {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        texts.writeLines(lines);

        assertThat(lines.toString(StandardCharsets.UTF_8).lines()).hasSize(texts.count());
        assertThat(texts.trainingLines()).hasSize(texts.count()).allMatch(line -> line.startsWith("__label__"));
        assertThat(texts.trainingLines().stream()
                        .map(line -> line.split(" ", 2)[0])
                        .distinct())
                .hasSizeGreaterThan(5)
                .allMatch(texts::isLabel);
    }

    @Test
    void shouldAnalyzeEveryText() throws Exception {
        try (Contender ours = new AnalyzerContender(analyzer, texts)) {
            assertThat(ours.measure(Load.saturating(), Duration.ofMillis(20)).value(Metric.THROUGHPUT))
                    .isPositive();
        }
    }

    /** Where fastText is installed: it checks its labels itself. */
    @Test
    void shouldLabelEveryTextWhenThereIsFastText() throws Exception {
        Programs programs = new Programs(System.getenv().getOrDefault("PATH", ""), List.of());
        Path program = programs.find("fasttext");
        assumeTrue(program != null, "fasttext is not installed");
        try (Ground ground = Grounds.in(directory, programs);
                Contender fastText = new FastTextContender(
                        "fastText", program, List.of("-minn", "0", "-maxn", "0"), texts, ground)) {
            fastText.start();

            assertThat(fastText.measure(Load.saturating(), Duration.ofMillis(100))
                            .value(Metric.THROUGHPUT))
                    .isPositive();
        }
    }
}
