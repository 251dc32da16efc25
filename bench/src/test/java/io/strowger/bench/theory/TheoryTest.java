package io.strowger.bench.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TheoryTest {
    private static final double EXACT = 1e-6;

    @Test
    void shouldComputeThePublishedFiguresOfErlangC() {
        assertThat(Erlang.b(14, 10)).isCloseTo(0.056819, within(EXACT));
        assertThat(Erlang.c(14, 10)).isCloseTo(0.174132, within(EXACT));
        assertThat(Erlang.wait(14, 10, 180)).isCloseTo(7.8359, within(1e-4));
        assertThat(Erlang.servedWithin(55, 48, 240, 15)).isCloseTo(0.845883, within(EXACT));
        assertThat(Erlang.wait(500, 490, 300)).isCloseTo(16.4002, within(1e-4));
    }

    @Test
    void shouldComputeThePublishedFiguresOfErlangA() {
        ErlangA queue = new ErlangA(50, 48, 60, 120);
        assertThat(queue.waited()).isCloseTo(0.467774, within(EXACT));
        assertThat(queue.abandoned()).isCloseTo(0.030912, within(EXACT));
        assertThat(queue.meanWait()).isCloseTo(3.7095, within(1e-4));
        assertThat(queue.occupancy()).isCloseTo(0.930324, within(EXACT));
        assertThat(queue.servedWithin(20)).isCloseTo(0.943019, within(EXACT));
        assertThat(queue.abandonedWithin(20)).isCloseTo(0.029845, within(EXACT));
        assertThat(new ErlangA(100, 120, 300, 120).servedWithin(20)).isCloseTo(0.422017, within(EXACT));
    }

    @Test
    void shouldComputeThePublishedFiguresOfPrioritiesAndLimitedPlaces() {
        assertThat(Erlang.wait(20, 0, 6, 18, 300)).isCloseTo(11.8022, within(1e-4));
        assertThat(Erlang.wait(20, 6, 18, 18, 300)).isCloseTo(118.0219, within(1e-4));
        LimitedPlaces pool = new LimitedPlaces(90, 120, 84, 600);
        assertThat(pool.blocked()).isCloseTo(0.003643, within(EXACT));
        assertThat(pool.waited()).isCloseTo(0.379706, within(EXACT));
        assertThat(pool.meanWait() / 60).isCloseTo(0.450023, within(EXACT));
    }

    @Test
    void shouldWaitAsTheorySaysWhenTheRealRouterDecides() {
        List<Check> checks = new TheoryTables(1, 60_000, row -> {})
                .erlangC(0, 3)
                .erlangA(0, 3, 5)
                .priorities(1)
                .skills(1, 2, 6)
                .strategies()
                .squareRoot(2)
                .checks();

        assertThat(checks)
                .hasSizeGreaterThan(50)
                .allSatisfy(check -> assertThat(check.holds()).as("%s", check).isTrue());
    }
}
