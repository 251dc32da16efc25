package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BucketVectorsTest {
    private static final int BITS = 6;

    @Test
    void shouldLearnWhatEachWordAddsToTheVectorOfATextWhenTextsAreMadeOfTwo() {
        List<Features> texts = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        SeededRandom random = new SeededRandom(1);
        for (int i = 0; i < 2000; i++) {
            int first = random.below(8);
            int second = 8 + random.below(8);
            texts.add(Features.ofParts(new int[] {first, second}));
            vectors.add(new float[] {first < 4 ? 1 : -1, second < 12 ? 1 : -1});
        }

        BucketVectors.Learned learned = BucketVectors.learn(texts, vectors, BITS, 42, TrainingProgress.SILENT);

        assertThat(learned.explained()).isGreaterThan(0.8);
        double[] said = new double[2];
        learned.weights().logits(new int[] {1, 15}, said);
        assertThat(said[0]).isPositive();
        assertThat(said[1]).isNegative();
        assertThat(BucketVectors.learn(texts, vectors, BITS, 42, TrainingProgress.SILENT)
                        .weights()
                        .weights())
                .isEqualTo(learned.weights().weights());
    }
}
