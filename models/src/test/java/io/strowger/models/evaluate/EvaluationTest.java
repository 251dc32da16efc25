package io.strowger.models.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.models.ModelFormatException;
import io.strowger.models.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void writeData() throws IOException {
        data = folder.resolve("data.tsv");
        Files.writeString(data, "thanks\tthank you so much\ntrack_order\twhere is my package?\nunheard_of\tblah\n");
    }

    @Test
    void shouldMeasureAHeadOfTheShippedModel() throws IOException {
        Path oos = folder.resolve("oos.tsv");
        Files.writeString(oos, "oos\tqwrt zzxv pplk\n");

        EvaluationResult result = Evaluation.run(new EvaluationOptions("builtin:intent", data, oos, Tier.INLINE));

        assertThat(result.rows()).isEqualTo(3);
        assertThat(result.accuracy()).isBetween(0.66, 0.67);
        assertThat(result.unknownLabels()).containsExactly("unheard_of");
        assertThat(result.isEveryLabelUnknown()).isFalse();
        assertThat(result.oosAuroc()).isBetween(0.5, 1.0);
        assertThat(result.messagesPerSecond()).isPositive();
        assertThat(result.bytesPerMessage()).isLessThan(1);
    }

    @Test
    void shouldSayThatEveryLabelIsUnknown() throws IOException {
        Files.writeString(data, "x\tone\ny\ttwo\n");

        EvaluationResult result = Evaluation.run(new EvaluationOptions("builtin:urgency", data, null, Tier.INLINE));

        assertThat(result.isEveryLabelUnknown()).isTrue();
        assertThat(result.accuracy()).isZero();
    }

    @Test
    void shouldNameTheHeadsWhenThereIsNoSuchHead() {
        assertThatThrownBy(() -> Evaluation.run(new EvaluationOptions("builtin:mood", data, null, Tier.INLINE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'mood'")
                .hasMessageContaining("sentiment");
    }

    @Test
    void shouldRefuseADirectoryWithoutModel() {
        assertThatThrownBy(() -> Evaluation.run(new EvaluationOptions(folder.toString(), data, null, Tier.INLINE)))
                .isInstanceOf(ModelFormatException.class);
    }

    @Test
    void shouldRefuseATierThatTheModelLacks() {
        assertThatThrownBy(() -> Evaluation.run(new EvaluationOptions("builtin:intent", data, null, Tier.CASCADE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no deep tier");
    }
}
