package io.strowger.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainAxesTest {
    @Test
    void shouldFindTheDirectionInWhichVectorsDiffer() {
        List<float[]> vectors = new ArrayList<>();
        for (int i = -10; i <= 10; i++) {
            vectors.add(new float[] {5 + 3 * i, 7 + 4 * i, i % 2 * 0.01f});
        }

        List<float[]> along = new MainAxes(vectors, 1).of(vectors);

        assertThat(along.get(10)[0]).isCloseTo(0, within(0.001f));
        assertThat(along.get(20)[0]).isCloseTo(-along.get(0)[0], within(0.001f));
        double squares = along.stream().mapToDouble(a -> a[0] * a[0]).sum();
        assertThat(squares / along.size()).isCloseTo(1, within(0.001));
    }

    @Test
    void shouldPutTheLargestDifferencesFirst() {
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            vectors.add(new float[] {i % 2, 10 * (i % 5), 3 * (i % 7)});
        }

        List<float[]> along = new MainAxes(vectors, 2).of(vectors);

        assertThat(spread(along, 0)).isGreaterThan(2 * spread(along, 1));
    }

    @Test
    void shouldBearVectorsThatAreAllTheSame() {
        List<float[]> vectors = List.of(new float[] {1, 2}, new float[] {1, 2});

        assertThat(new MainAxes(vectors, 1).of(vectors).get(0)).containsExactly(0);
    }

    private static double spread(List<float[]> vectors, int axis) {
        return vectors.stream().mapToDouble(v -> v[axis] * v[axis]).sum();
    }
}
