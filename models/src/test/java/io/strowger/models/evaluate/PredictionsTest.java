package io.strowger.models.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionsTest {
    private final Predictions predictions = new Predictions();

    @Test
    void shouldCountRightAnswers() {
        predictions.add("a", "a", 0.9);
        predictions.add("a", "b", 0.6);
        predictions.add("b", "b", 0.7);
        predictions.add("c", "b", 0.8);

        assertThat(predictions.accuracy()).isEqualTo(0.5);
        // a: precision 1, recall 1/2; b: precision 1/3, recall 1; c: nothing
        assertThat(predictions.macroF1()).isCloseTo((2.0 / 3 + 0.5 + 0) / 3, within(1e-9));
        assertThat(predictions.confusions()).containsExactly(new Confusion("a", "b", 1), new Confusion("c", "b", 1));
        assertThat(predictions.unknownLabels(List.of("a", "b"))).containsExactly("c");
        assertThat(predictions.knownRows(List.of("a", "b"))).isEqualTo(3);
    }

    @Test
    void shouldTakeTheMeanF1OverGoldLabelsOnly() {
        predictions.add("a", "a", 1);
        predictions.add("a", "never-gold", 1);

        assertThat(predictions.macroF1()).isCloseTo(2.0 / 3, within(1e-9));
    }

    @Test
    void shouldMeasureHowFarConfidencesAreOff() {
        for (int i = 0; i < 10; i++) {
            predictions.add("a", i < 8 ? "a" : "b", 0.9);
        }

        assertThat(predictions.expectedCalibrationError()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void shouldMeasureHowWellConfidenceSeparates() {
        predictions.add("a", "a", 0.9);
        predictions.add("a", "a", 0.5);

        assertThat(predictions.oosAuroc(List.of(0.1, 0.2))).isEqualTo(1);
        assertThat(predictions.oosAuroc(List.of(0.5, 0.95))).isCloseTo(1.5 / 4, within(1e-9));
        assertThat(predictions.oosAuroc(List.of())).isNaN();
    }

    @Test
    void shouldWriteOneLineOfJson() {
        EvaluationResult result = new EvaluationResult(
                2,
                0.5,
                1.0 / 3,
                0,
                Double.NaN,
                123456.789,
                0,
                0,
                List.of("a\"b"),
                1,
                List.of(new Confusion("x", "y", 1)));

        assertThat(result.toJson())
                .isEqualTo("{\"rows\":2,\"accuracy\":0.5,\"macroF1\":0.3333,\"ece\":0,\"oosAuroc\":null,"
                        + "\"messagesPerSecond\":123456.789,\"bytesPerMessage\":0,\"deepShare\":0,"
                        + "\"unknownLabels\":[\"a\\\"b\"],"
                        + "\"confusions\":[{\"gold\":\"x\",\"predicted\":\"y\",\"count\":1}]}");
    }
}
