package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KnownVectorsTest {
    private static final int BITS = 16;

    private final MessageFeatures features = new MessageFeatures(BITS);

    @Test
    void shouldPutTextsThatMeanTheLikeNearEachOther() {
        KnownVectors shipped = Objects.requireNonNull(KnownVectors.shipped(BITS));

        double like = likeness(shipped, "my credit card was stolen", "somebody took my bank card");
        double other = likeness(shipped, "my credit card was stolen", "play some music in the kitchen");

        assertThat(like).isGreaterThan(other + 0.2);
    }

    @Test
    void shouldHaveNoneForAnotherNumberOfBuckets() {
        assertThat(KnownVectors.shipped(BITS - 1)).isNull();
    }

    private double likeness(KnownVectors known, String first, String second) {
        Examples examples = new Examples();
        examples.add(features.of(first.getBytes(StandardCharsets.UTF_8)), 0, 1);
        examples.add(features.of(second.getBytes(StandardCharsets.UTF_8)), 0, 1);
        float[][] vectors = known.of(examples);
        return dot(vectors[0], vectors[1]) / Math.sqrt(dot(vectors[0], vectors[0]) * dot(vectors[1], vectors[1]));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
