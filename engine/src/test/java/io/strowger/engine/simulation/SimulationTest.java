package io.strowger.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final double CONFIDENCE = 0.999;

    @Test
    void shouldWaitAsErlangSaysWhenNobodyLeaves() {
        Scenario scenario = Centres.scenario(
                Centres.organization(14, true), 200, Duration.ofSeconds(180), null, Duration.ofHours(1_000));

        GroupResult calls =
                Simulation.run(scenario, 1, 1, (replication, share) -> {}).queue("calls");

        assertThat(calls.estimate(Measure.WAITED, CONFIDENCE)).matches(each -> each.contains(0.174132));
        assertThat(calls.estimate(Measure.WAIT_SECONDS, CONFIDENCE)).matches(each -> each.contains(7.8359));
        assertThat(calls.servedWithin(0, CONFIDENCE)).matches(each -> each.contains(0.888350));
        assertThat(calls.estimate(Measure.OCCUPANCY, CONFIDENCE)).matches(each -> each.contains(10 / 14.0));
        assertThat(calls.arrivals(CONFIDENCE)).matches(each -> each.contains(200_000));
        assertThat(calls.estimate(Measure.ABANDONED, CONFIDENCE).mean()).isZero();
    }

    @Test
    void shouldLeaveAsErlangSaysWhenPatienceEnds() {
        Scenario scenario = Centres.scenario(
                Centres.organization(10, true),
                200,
                Duration.ofSeconds(180),
                Duration.ofSeconds(180),
                Duration.ofHours(1_000));

        GroupResult calls =
                Simulation.run(scenario, 1, 1, (replication, share) -> {}).queue("calls");

        assertThat(calls.estimate(Measure.WAITED, CONFIDENCE)).matches(each -> each.contains(0.542070));
        assertThat(calls.estimate(Measure.ABANDONED, CONFIDENCE)).matches(each -> each.contains(0.125110));
        assertThat(calls.estimate(Measure.WAIT_SECONDS, CONFIDENCE)).matches(each -> each.contains(22.5198));
        assertThat(calls.servedWithin(0, CONFIDENCE)).matches(each -> each.contains(0.586980));
        assertThat(calls.abandonedWithin(0, CONFIDENCE)).matches(each -> each.contains(0.049901));
        assertThat(calls.estimate(Measure.OCCUPANCY, CONFIDENCE)).matches(each -> each.contains(0.874890));
    }
}
