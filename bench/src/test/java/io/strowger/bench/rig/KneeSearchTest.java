package io.strowger.bench.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

class KneeSearchTest {
    private final List<Double> tried = new ArrayList<>();

    @Test
    void shouldCloseInOnTheHighestRateThatHolds() {
        double knee = new KneeSearch(1_000, 1_000_000, 2).search(holdsUpTo(77_000));

        assertThat(knee).isBetween(77_000 / 1.06, 77_000.0);
        assertThat(tried).doesNotHaveDuplicates().startsWith(1_000.0, 2_000.0, 4_000.0, 8_000.0);
        assertThat(tried.size()).isLessThan(15);
    }

    @Test
    void shouldEndAtTheHighestRateThatMayBeTried() {
        assertThat(new KneeSearch(1_000, 50_000, 10).search(holdsUpTo(1e9))).isEqualTo(10_000);
        assertThat(tried).containsExactly(1_000.0, 10_000.0);
    }

    @Test
    void shouldFindNothingWhenTheFirstRateDoesNotHold() {
        assertThat(new KneeSearch(1_000, 1_000_000, 2).search(holdsUpTo(10))).isZero();
        assertThat(tried).containsExactly(1_000.0);
    }

    @Test
    void shouldEndWithLowRatesToo() {
        assertThat(new KneeSearch(1, 100, 2).search(holdsUpTo(6))).isBetween(4.0, 6.0);
    }

    private DoublePredicate holdsUpTo(double highest) {
        return rate -> {
            tried.add(rate);
            return rate <= highest;
        };
    }
}
