package io.strowger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void shouldShowThreeSignificantDigitsAndThousandsApart() {
        assertThat(Figures.number(1234567.8)).isEqualTo("1,234,568");
        assertThat(Figures.number(999.6)).isEqualTo("1,000");
        assertThat(Figures.number(123.44)).isEqualTo("123");
        assertThat(Figures.number(12.345)).isEqualTo("12.3");
        assertThat(Figures.number(9.996)).isEqualTo("10.0");
        assertThat(Figures.number(1)).isEqualTo("1.00");
        assertThat(Figures.number(0.0123456)).isEqualTo("0.0123");
        assertThat(Figures.number(-0.5)).isEqualTo("-0.500");
        assertThat(Figures.number(-0.0)).isEqualTo("0");
        assertThat(Figures.number(1.5e-7)).isEqualTo("1.50e-07");
        assertThat(Figures.number(2e18)).isEqualTo("2.00e+18");
    }

    @Test
    void shouldShowADashWhereThereIsNoFigure() {
        assertThat(Figures.forPeople(Double.NaN)).isEqualTo("–");
        assertThat(Figures.forPeople(Double.NEGATIVE_INFINITY)).isEqualTo("–");
        assertThat(Figures.forPeople(Spread.of())).isEqualTo("–");
        assertThat(Figures.forPrograms(Double.POSITIVE_INFINITY)).isEmpty();
        assertThat(Figures.forPrograms(Spread.of(Double.NaN))).isEmpty();
    }

    @Test
    void shouldShowASpreadOnlyWhereRunsDiffer() {
        assertThat(Figures.forPeople(Spread.of(2, 1, 3))).isEqualTo("2.00 [1.00–3.00]");
        assertThat(Figures.forPeople(Spread.of(2))).isEqualTo("2.00");
    }

    @Test
    void shouldGiveProgramsAllDigitsAndNoExponent() {
        assertThat(Figures.forPrograms(1.0E10)).isEqualTo("10000000000");
        assertThat(Figures.forPrograms(1.0E-5)).isEqualTo("0.000010");
        assertThat(Figures.forPrograms(Long.MIN_VALUE)).isEqualTo("-9223372036854775808");
        assertThat(Figures.forPrograms(true)).isEqualTo("true");
    }

    @Test
    void shouldKeepTextOnOneLineWithoutControls() {
        assertThat(Figures.forPeople("a\r\nb\u001b[31mc")).isEqualTo("a b [31mc");
    }

    @Test
    void shouldChooseTheUnitOfADuration() {
        assertThat(DurationText.of(0)).isEqualTo("0 ns");
        assertThat(DurationText.of(999.4)).isEqualTo("999 ns");
        assertThat(DurationText.of(999.6)).isEqualTo("1 µs");
        assertThat(DurationText.of(1_234)).isEqualTo("1.23 µs");
        assertThat(DurationText.of(20_000_000)).isEqualTo("20 ms");
        assertThat(DurationText.of(7.2e12)).isEqualTo("7200 s");
    }
}
