package io.strowger.bench.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.simulation.GivenAnalysis;
import io.strowger.engine.simulation.Scenario;
import io.strowger.verticles.config.ScenarioFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Setting GREEDY = Setting.greedy(Strategy.LONGEST_IDLE);
    private static final Setting BATCHES = Setting.batches("1s", Duration.ofSeconds(1), 2);
    private static final Setting IN_ORDER = Setting.batches("1s", Duration.ofSeconds(1), 0);

    @Test
    void shouldFindWhatBatchesBringInTheShippedScenario() {
        Scenario shipped = ScenarioFile.read(Path.of("../conf/scenarios/batch.yaml"), text -> GivenAnalysis.NONE)
                .scenario();
        Scenario.Span time = shipped.time();
        long hour = Duration.ofHours(1).toNanos();
        Scenario shorter = new Scenario(
                shipped.name(),
                shipped.organization(),
                shipped.streams(),
                shipped.staff(),
                new Scenario.Span(time.startNanos(), hour, 4 * hour, time.drainNanos()),
                0,
                shipped.serviceLevelNanos());

        Comparison comparison = new Comparison(shorter, 1, 3).run(List.of(GREEDY, BATCHES, IN_ORDER), name -> {});

        assertThat(comparison.of(GREEDY, Figure.PASSED).mean()).isZero();
        assertThat(comparison.of(IN_ORDER, Figure.BETTER).mean()).isNaN();
        assertThat(comparison.difference(BATCHES, GREEDY, Figure.SKILL_GAP).high())
                .isNegative();
        assertThat(comparison.of(BATCHES, Figure.PASSED).mean()).isPositive();
        assertThat(comparison.of(BATCHES, Figure.SAVED).mean()).isPositive();
        assertThat(BatchReport.of(comparison, "test", 1, 3).answers()).hasSize(2);
    }
}
