package io.strowger.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class YardstickTest {
    @Test
    void shouldCallARatioAboveOneBetterWhateverIsMeasured() {
        assertThat(Metric.THROUGHPUT.ratio(300, 100)).isEqualTo(3);
        assertThat(Metric.DECISION_P99.ratio(100, 300)).isEqualTo(3);
    }

    @Test
    void shouldTellWhetherATargetHolds() {
        Yardstick yardstick = Yardstick.of(Metric.DECISION_P99, 2, 5);

        assertThat(yardstick.verdict(1.99)).isEqualTo("no");
        assertThat(yardstick.verdict(2)).isEqualTo("yes");
        assertThat(yardstick.verdict(5)).isEqualTo("goal");
        assertThat(Yardstick.of(Metric.DECISION_P50).verdict(0.1)).isEqualTo("-");
    }

    @Test
    void shouldBeForAllContendersOrForOne() {
        Contender ours = new ScriptedContender("ours", List.of());
        Yardstick yardstick = Yardstick.of(Metric.THROUGHPUT, 2);

        assertThat(yardstick.isFor(ours)).isTrue();
        assertThat(yardstick.against("ours").isFor(ours)).isTrue();
        assertThat(yardstick.against("theirs").isFor(ours)).isFalse();
        assertThat(yardstick.against("theirs").must()).isEqualTo(2);
    }
}
