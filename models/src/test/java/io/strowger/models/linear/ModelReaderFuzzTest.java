package io.strowger.models.linear;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.models.ModelFormatException;
import io.strowger.models.TextAnalyzer;
import java.nio.charset.StandardCharsets;

/**
 * Any content of a weights file is a model that analyzes, or is refused by its name: no other exception, no endless loop, no
 * memory for what a length only claims. The header and the checksum are made to fit, so that what lies behind them is read.
 */
class ModelReaderFuzzTest {
    private static final String NAME = "inline-0.weights";
    private static final byte[] TEXT =
            "Where is order 4711?! Где моя посылка? 荷物はどこ 😡".getBytes(StandardCharsets.UTF_8);

    @FuzzTest(maxDuration = "3m")
    void shouldReadAnyPayload(byte[] payload) {
        LinearModel model;
        try {
            model = WeightsFormat.decode(NAME, WeightsFormat.file(payload), "0");
        } catch (ModelFormatException refused) {
            assertThat(refused).hasMessageStartingWith(NAME + " ").hasMessageNotContaining("null");
            return;
        }
        TextAnalyzer analyzer = InlineModels.analyzer(model);
        Analysis analysis = new Analysis();
        for (int length = 0; length <= TEXT.length; length += 10) {
            analyzer.analyze(TEXT, 0, length, analysis);
            for (Head head : Head.values()) {
                assertThat(analysis.label(head))
                        .isBetween(Analysis.NONE, analyzer.labels(head).size() - 1);
                assertThat(analysis.confidence(head)).isBetween(0, Analysis.ONE);
            }
        }
    }
}
