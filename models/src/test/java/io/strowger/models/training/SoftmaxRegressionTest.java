package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.strowger.models.linear.HeadSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {
    private static final int BITS = 6;
    private static final long SEED = 42;
    private static final int PART = 3;
    private static final int WORD = 40;

    @Test
    void shouldLearnWholeWordsFasterThanTheirParts() {
        SoftmaxWeights trained = train(new SoftmaxSettings(BITS, 2, 0.1f, 2.5f, 0, 1, SEED), null);

        float part = trained.weights()[2 * PART];
        float word = trained.weights()[2 * WORD];
        assertThat(part).isPositive();
        assertThat(word).isCloseTo(2.5f * part, within(1e-6f));
    }

    @Test
    void shouldGiveTheSameWeightsAgainWhenFeaturesAreLeftOut() {
        SoftmaxSettings settings = new SoftmaxSettings(BITS, 5, 0.1f, 1, 0.5f, 1, SEED);

        SoftmaxWeights first = train(settings, null);
        assertThat(train(settings, null).weights()).isEqualTo(first.weights());
        assertThat(train(SoftmaxSettings.plain(BITS, 5, 0.1f, SEED), null).weights())
                .isNotEqualTo(first.weights());
    }

    @Test
    void shouldAverageItsMembers() {
        SoftmaxWeights first = train(new SoftmaxSettings(BITS, 3, 0.1f, 1, 0.5f, 1, SEED), null);
        SoftmaxWeights second = train(new SoftmaxSettings(BITS, 3, 0.1f, 1, 0.5f, 1, SEED + 1), null);

        SoftmaxWeights both = train(new SoftmaxSettings(BITS, 3, 0.1f, 1, 0.5f, 2, SEED), null);

        for (int i = 0; i < both.weights().length; i++) {
            assertThat(both.weights()[i]).isCloseTo((first.weights()[i] + second.weights()[i]) / 2, within(1e-6f));
        }
    }

    @Test
    void shouldKeepWhatItBeganWithWhereItSawNothing() {
        float[] weights = new float[2 << BITS];
        weights[2 * 20] = 0.7f;
        SoftmaxWeights start = new SoftmaxWeights(BITS, 2, weights, new float[2]);

        SoftmaxWeights trained = train(SoftmaxSettings.plain(BITS, 3, 0.1f, SEED), start);

        assertThat(trained.weights()[2 * 20]).isEqualTo(0.7f);
        assertThat(trained.weights()[2 * PART]).isPositive();
        assertThat(weights[2 * PART]).isZero();
    }

    @Test
    void shouldAnswerForAWordOfTheSameVectorWhenItNeverSawIt() {
        int unseen = 50;
        byte[] rows = new byte[2 << BITS];
        rows[2 * WORD] = 100;
        rows[2 * unseen] = 100;
        rows[2 * (WORD + 1) + 1] = 100;
        HeadSource source = new HeadSource("vectors", List.of("v0", "v1"), BITS, rows, 0.01, new float[2], 1);

        SoftmaxWeights trained = SoftmaxRegression.train(
                examples(),
                2,
                SoftmaxSettings.plain(BITS, 10, 0.1f, SEED),
                null,
                new KnownVectors(source),
                "test",
                TrainingProgress.SILENT);

        double[] said = logits(trained, unseen);
        assertThat(said[0] - said[1]).isGreaterThan(0.5);
        double[] nothing = logits(trained, 60);
        assertThat(nothing[0] - nothing[1]).isCloseTo(0, within(0.1));
    }

    @Test
    void shouldBeUnsureOfATextWithoutLabel() {
        Examples examples = examples();
        for (int i = 0; i < 20; i++) {
            examples.add(new Features(new int[] {PART, 9}, 2), Examples.NO_LABEL, 1);
        }

        SoftmaxWeights trained = SoftmaxRegression.train(
                examples, 2, SoftmaxSettings.plain(BITS, 20, 0.1f, SEED), null, null, "test", TrainingProgress.SILENT);

        double[] known = logits(trained, PART, WORD);
        double[] other = logits(trained, PART, 9);
        assertThat(known[0] - known[1]).isGreaterThan(1);
        assertThat(other[0] - other[1]).isCloseTo(0, within(0.5));
    }

    private static double[] logits(SoftmaxWeights weights, int... buckets) {
        double[] logits = new double[2];
        weights.logits(buckets, logits);
        return logits;
    }

    private static SoftmaxWeights train(SoftmaxSettings settings, @Nullable SoftmaxWeights start) {
        return SoftmaxRegression.train(examples(), 2, settings, start, null, "test", TrainingProgress.SILENT);
    }

    private static Examples examples() {
        Examples examples = new Examples();
        for (int i = 0; i < 10; i++) {
            examples.add(new Features(new int[] {PART, WORD}, 1), 0, 1);
            examples.add(new Features(new int[] {PART + 1, WORD + 1}, 1), 1, 1);
        }
        return examples;
    }
}
