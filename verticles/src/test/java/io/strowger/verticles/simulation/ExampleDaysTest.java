package io.strowger.verticles.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.simulation.Measure;
import io.strowger.engine.simulation.Simulation;
import io.strowger.engine.simulation.SimulationResult;
import io.strowger.verticles.config.ScenarioFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The organizations of conf/examples on a busy day: each keeps what its comments promise. */
class ExampleDaysTest {
    private static final double CONFIDENCE = 0.95;
    private static final int REPLICATIONS = 5;

    @Test
    void shouldServeUrgentChatsOfTheShopSoonerButAllMail() {
        SimulationResult day = simulate("shop-day");

        assertThat(wait(day, "urgent chats")).isLessThan(wait(day, "ordinary chats") / 2);
        assertThat(servedWithin(day, "e-mail", 1)).isGreaterThan(0.99);
    }

    @Test
    void shouldServeFraudAtOnceThoughTheBankIsBusy() {
        SimulationResult day = simulate("bank-day");

        assertThat(servedWithin(day, "fraud", 0)).isGreaterThan(0.85);
        assertThat(servedWithin(day, "payments", 0)).isLessThan(0.3);
        assertThat(servedWithin(day, "loans", 2)).isGreaterThan(0.95);
    }

    @Test
    void shouldWidenTheCircleForEmergencyCalls() {
        SimulationResult hours = simulate("telephony-day");

        assertThat(servedWithin(hours, "emergencies", 1)).isGreaterThan(0.95);
        assertThat(wait(hours, "emergencies")).isLessThan(wait(hours, "callers"));
    }

    @Test
    void shouldGiveUpTheLanguageAfterFiveMinutes() {
        SimulationResult day = simulate("software-day");

        assertThat(day.stream("hard questions").waitPercentile(90)).isBetween(300.0, 302.0);
        assertThat(day.stream("outages").waitPercentile(99)).isLessThan(120);
    }

    @Test
    void shouldKeepThePublicServicesDeadlineByLaw() {
        SimulationResult week = simulate("public-service-week");

        assertThat(week.stream("privacy").waitPercentile(100)).isLessThan(720 * 3600.0);
        assertThat(wait(week, "questions")).isLessThan(wait(week, "permits"));
    }

    private static double wait(SimulationResult result, String stream) {
        return result.stream(stream).estimate(Measure.WAIT_SECONDS, CONFIDENCE).mean();
    }

    private static double servedWithin(SimulationResult result, String stream, int level) {
        return result.stream(stream).servedWithin(level, CONFIDENCE).mean();
    }

    private static SimulationResult simulate(String name) {
        ScenarioFile file = ScenarioFile.read(Path.of("../conf/scenarios", name + ".yaml"), UnderstoodText::of);
        return Simulation.run(file.scenario(), file.seed(), REPLICATIONS, (run, share) -> {});
    }
}
