package io.strowger.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeersReportTest {
    private static final List<String> DIARY = new ArrayList<>();

    @Test
    void shouldSayWhetherATargetHoldsWithTheSpreadAndTheConditions() throws Exception {
        Report report = report(new double[] {1, 20, 30, 40}, new double[] {1, 10, 10, 10});

        assertThat(report.answers())
                .containsExactly(
                        "Against theirs, saturated, throughput: 3.00 × (2.00 to 4.00), holds (must be at least 2.00).");
        assertThat(report.tables().get(0).rows())
                .containsExactly(List.of(
                        "queue",
                        "theirs",
                        "saturated",
                        "throughput",
                        new Spread(3, 2, 4),
                        "2.00",
                        "5.00",
                        "yes",
                        "ours, forced each batch",
                        "ours, forced each batch",
                        "none"));
        assertThat(report.tables().get(1).rows()).hasSize(2);
    }

    @Test
    void shouldDrawBarsWithWhiskersAndKeepTheRecordings() throws Exception {
        Report report = report(new double[] {1, 20, 30, 40}, new double[] {1, 10, 10, 10});

        assertThat(report.charts().get(0))
                .isEqualTo(new Chart.Bars(
                        "queue: how many times as good Strowger is as our pipeline with LinkedBlockingQueues and a thread pool",
                        "×",
                        List.of(new Chart.Bar("saturated, throughput", "theirs", 3, 2, 4))));
        assertThat(report.histograms())
                .extracting(recorded -> recorded.name())
                .containsExactly("queue-ours-saturated", "queue-theirs-saturated");
        assertThat(report.histograms().get(0).histogram().getTotalCount()).isEqualTo(3);
    }

    @Test
    void shouldNameTheRoundsThatWereLeftOut() throws Exception {
        Report report = report(new double[] {1, 20, -1}, new double[] {1, 10, 10});

        assertThat(report.caveats()).contains("Left out: queue, saturated, round 2: ours: it fell over.");
    }

    @Test
    void shouldHaveNoRowsForABoutWithoutRounds() throws Exception {
        Report report = report(new double[] {1, -1}, new double[] {1, 10});

        assertThat(report.tables().get(0).rows()).isEmpty();
        assertThat(report.answers()).isEmpty();
    }

    private static Report report(double[] ours, double[] theirs) throws Exception {
        Comparison comparison = new Comparison(
                new ScriptedContender("ours", DIARY, ours),
                List.of(new ScriptedContender("theirs", DIARY, theirs)),
                List.of(new Bout(Load.saturating(), List.of(Yardstick.of(Metric.THROUGHPUT, 2, 5)))),
                List.of());
        ComparisonResult result =
                Turns.run(new QueuePeer(), comparison, ours.length - 1, Duration.ofMillis(1), text -> {});
        return PeersReport.of(List.of(result), List.of());
    }
}
