package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.strowger.models.linear.HeadSource;
import io.strowger.models.linear.LinearModel;
import io.strowger.models.linear.ModelBuilder;
import io.strowger.models.linear.TextClassifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantizerTest {
    private static final int BITS = 10;
    private static final List<String> LABELS = List.of("a", "b", "c", "d");

    @Test
    void shouldAnswerLikeTheFloatWeights() throws IOException {
        SoftmaxWeights trained = randomWeights();
        LinearModel model = new ModelBuilder()
                .head(Quantizer.quantize("topic", LABELS, trained, 0))
                .build();
        TextClassifier classifier = model.classifier("topic");
        MessageFeatures features = new MessageFeatures(BITS);
        Random random = new Random(5);
        int agreed = 0;
        int rounds = 500;
        for (int round = 0; round < rounds; round++) {
            byte[] text = randomText(random).getBytes(StandardCharsets.UTF_8);
            double[] logits = new double[LABELS.size()];
            trained.logits(features.of(text).buckets(), logits);
            int best = 0;
            double total = 0;
            for (int k = 0; k < logits.length; k++) {
                best = logits[k] > logits[best] ? k : best;
                total += Math.exp(logits[k]);
            }

            int answer = classifier.classify(text, 0, text.length);

            agreed += answer == best ? 1 : 0;
            assertThat(classifier.probability(best) / 10_000.0).isCloseTo(Math.exp(logits[best]) / total, within(0.05));
        }
        assertThat(agreed).isGreaterThan(rounds * 98 / 100);
    }

    @Test
    void shouldDropSmallWeightsWhenPruned() {
        HeadSource all = Quantizer.quantize("topic", LABELS, randomWeights(), 0);
        HeadSource pruned = Quantizer.quantize("topic", LABELS, randomWeights(), 3);

        for (int i = 0; i < all.weights().length; i++) {
            byte weight = all.weights()[i];
            assertThat(pruned.weights()[i]).isEqualTo(Math.abs(weight) <= 3 ? 0 : weight);
        }
    }

    private static SoftmaxWeights randomWeights() {
        Random random = new Random(2);
        float[] weights = new float[LABELS.size() << BITS];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
        }
        return new SoftmaxWeights(BITS, LABELS.size(), weights, new float[] {0.1f, 0, -0.2f, 0.05f});
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int words = 1 + random.nextInt(12);
        for (int word = 0; word < words; word++) {
            for (int letter = 2 + random.nextInt(6); letter > 0; letter--) {
                text.append((char) ('a' + random.nextInt(26)));
            }
            text.append(' ');
        }
        return text.toString();
    }
}
