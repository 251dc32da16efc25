package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

class VectorRegressionTest {
    @Test
    void shouldTellThreeDirectionsApart() {
        VectorRegression.Weights learned = VectorRegression.train(threeDirections(), 3, 1, "", TrainingProgress.SILENT);

        double[] logits = new double[3];
        for (int label = 0; label < 3; label++) {
            learned.logits(direction(label, 0.05f), logits);
            assertThat(best(logits)).isEqualTo(label);
        }
    }

    @Test
    void shouldLearnTheSameBitsAgain() {
        float[] once = VectorRegression.train(threeDirections(), 3, 7, "", TrainingProgress.SILENT)
                .weights();

        assertThat(VectorRegression.train(threeDirections(), 3, 7, "", TrainingProgress.SILENT)
                        .weights())
                .isEqualTo(once);
    }

    @Test
    void shouldBeUnsureOfTextsOutOfScopeWhenToldOfThem() {
        VectorExamples examples = threeDirections();
        for (int i = 0; i < 20; i++) {
            examples.add(new float[] {-1, -1, -1, 0.01f * i}, Examples.NO_LABEL, 1);
        }

        double[] logits = new double[3];
        VectorRegression.train(examples, 3, 1, "", TrainingProgress.SILENT)
                .logits(new float[] {-1, -1, -1, 0.1f}, logits);

        assertThat(logits[0]).isEqualTo(logits[1], offset(1.0));
        assertThat(logits[0]).isEqualTo(logits[2], offset(1.0));
    }

    private static VectorExamples threeDirections() {
        VectorExamples examples = new VectorExamples();
        for (int i = 0; i < 60; i++) {
            examples.add(direction(i % 3, 0.01f * (i % 7)), i % 3, 1);
        }
        return examples;
    }

    private static float[] direction(int label, float noise) {
        float[] vector = new float[4];
        vector[label] = 1 - noise;
        vector[3] = noise; // and one number that hardly says anything
        return vector;
    }

    private static int best(double[] logits) {
        int best = 0;
        for (int k = 1; k < logits.length; k++) {
            best = logits[k] > logits[best] ? k : best;
        }
        return best;
    }
}
