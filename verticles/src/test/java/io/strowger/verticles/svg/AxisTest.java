package io.strowger.verticles.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static final int RANGES = 5_000;

    @Test
    void shouldCoverAnyRangeWithFewDistinctLinearTicks() {
        Random random = new Random(1);
        for (int i = 0; i < RANGES; i++) {
            double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(16) - 4);
            double high = low + Math.abs(low) * 1e-6 + random.nextDouble() * Math.pow(10, random.nextInt(16) - 4);
            int most = 3 + random.nextInt(10);
            Axis axis = Axis.linear(low, high, most);
            assertThat(axis.low()).isLessThanOrEqualTo(low + Math.abs(low) * 1e-6 + (high - low) * 1e-6);
            assertThat(axis.high()).isGreaterThanOrEqualTo(high - Math.abs(high) * 1e-6 - (high - low) * 1e-6);
            assertTicks(axis, most);
        }
    }

    @Test
    void shouldCoverAnyRangeWithFewDistinctLogarithmicTicks() {
        Random random = new Random(2);
        for (int i = 0; i < RANGES; i++) {
            double low = Math.pow(10, random.nextInt(12) - 3 + random.nextDouble());
            double high = low * Math.pow(10, random.nextDouble() * 7);
            int most = 5 + random.nextInt(10);
            Axis axis = Axis.logarithmic(low, high, most, Axis::shortLabel);
            assertThat(axis.low()).isLessThanOrEqualTo(low * (1 + 1e-6));
            assertThat(axis.high()).isGreaterThanOrEqualTo(high * (1 - 1e-6));
            assertTicks(axis, most);
        }
    }

    private static void assertTicks(Axis axis, int most) {
        List<Tick> ticks = axis.ticks();
        assertThat(ticks).hasSizeBetween(2, most).extracting(Tick::label).doesNotHaveDuplicates();
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(ticks.get(i).value()).isGreaterThan(ticks.get(i - 1).value());
        }
        ticks.forEach(tick -> assertThat(tick.value()).isBetween(axis.low(), axis.high()));
    }

    @Test
    void shouldChooseStepsThatPeopleCountBy() {
        assertThat(labels(Axis.linear(0, 49_800, 8))).containsExactly("0", "10k", "20k", "30k", "40k", "50k");
        assertThat(labels(Axis.linear(0, 0.9, 6))).containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(Axis.linear(-3, 3, 5))).containsExactly("-4", "-2", "0", "2", "4");
        assertThat(labels(Axis.logarithmic(3, 70, 9, Axis::shortLabel)))
                .containsExactly("2", "5", "10", "20", "50", "100");
        assertThat(labels(Axis.logarithmic(3, 2e6, 7, Axis::shortLabel)))
                .containsExactly("10", "100", "1,000", "10k", "100k", "1M");
    }

    @Test
    void shouldGiveRoomToASingleValue() {
        assertThat(Axis.linear(5, 5, 6).share(5)).isBetween(0.2, 0.8);
        assertThat(Axis.linear(0, 0, 6).share(0)).isBetween(0.2, 0.8);
        assertThat(Axis.logarithmic(7, 7, 6, Axis::shortLabel).share(7)).isBetween(0.1, 0.9);
    }

    @Test
    void shouldPlaceValuesEvenlyByDifferenceOrRatio() {
        assertThat(Axis.linear(0, 10, 6).share(2.5)).isEqualTo(0.25);
        assertThat(Axis.linear(0, 10, 6).share(11)).isEqualTo(1);
        Axis axis = Axis.logarithmic(1, 10_000, 6, Axis::shortLabel);
        assertThat(axis.share(100)).isEqualTo(0.5);
        assertThat(axis.share(0)).isZero();
    }

    @Test
    void shouldThinTheTicksUntilLabelsDoNotTouch() {
        Random random = new Random(3);
        for (int i = 0; i < RANGES; i++) {
            double low = random.nextDouble() * Math.pow(10, random.nextInt(9));
            double high = low + 1 + random.nextDouble() * Math.pow(10, random.nextInt(9));
            double pixels = 400 + random.nextInt(500);
            Axis axis = Axis.fitting(pixels, most -> Axis.linear(low, high, most));
            double end = Double.NEGATIVE_INFINITY;
            for (Tick tick : axis.ticks()) {
                double half = TextWidth.of(tick.label()) / 2;
                double middle = axis.share(tick.value()) * pixels;
                assertThat(middle - half).isGreaterThan(end);
                end = middle + half;
            }
        }
    }

    @Test
    void shouldRefuseALogarithmOfZero() {
        assertThatThrownBy(() -> Axis.logarithmic(0, 1, 5, Axis::shortLabel))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream().map(Tick::label).toList();
    }
}
