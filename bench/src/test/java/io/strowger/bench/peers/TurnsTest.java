package io.strowger.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.bench.report.Spread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final Bout BOUT = new Bout(Load.saturating(), List.of(Yardstick.of(Metric.THROUGHPUT, 2, 5)));

    private final List<String> diary = new ArrayList<>();

    @Test
    void shouldAlternateTheOrderAndCloseInReverse() throws Exception {
        run(contender("A", 1, 1, 1), contender("B", 1, 1, 1), 2);

        assertThat(diary).containsExactly("start A", "start B", "B", "A", "A", "B", "B", "A", "close B", "close A");
    }

    @Test
    void shouldTakeTheRatioWithinEachRoundAndLeaveOutTheWarmUp() throws Exception {
        Contender ours = contender("A", 1, 10, 40, 90);
        Contender theirs = contender("B", 1_000, 10, 10, 10);

        BoutResult result = run(ours, theirs, 3).bouts().get(0);

        assertThat(result.ratio(ours, theirs, Metric.THROUGHPUT)).isEqualTo(new Spread(4, 1, 9));
        assertThat(result.spread(theirs, Metric.THROUGHPUT)).isEqualTo(new Spread(10, 10, 10));
    }

    @Test
    void shouldLeaveOutARoundInWhichOneSideFails() throws Exception {
        Contender ours = contender("A", 1, 10, 20, 30);
        Contender theirs = contender("B", 1, 10, -1, 10);

        ComparisonResult result = run(ours, theirs, 3);

        assertThat(result.failures()).containsExactly("queue, saturated, round 2: B: it fell over");
        assertThat(result.bouts().get(0).ratio(ours, theirs, Metric.THROUGHPUT)).isEqualTo(Spread.of(1, 3));
        assertThat(result.isComplete()).isTrue();
    }

    @Test
    void shouldSayThatAResultIsNotCompleteWhenNoRoundCounts() throws Exception {
        assertThat(run(contender("A", 1, 10), contender("B", 1, -1), 1).isComplete())
                .isFalse();
    }

    @Test
    void shouldCloseWhatWasStartedWhenAContenderBreaks() {
        assertThatThrownBy(() -> run(contender("A", 1), contender("B", 1), 3))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class);

        assertThat(diary).endsWith("close B", "close A");
    }

    private ScriptedContender contender(String name, double... throughputs) {
        return new ScriptedContender(name, diary, throughputs);
    }

    private static ComparisonResult run(Contender ours, Contender theirs, int rounds) throws Exception {
        return Turns.run(
                new QueuePeer(),
                new Comparison(ours, List.of(theirs), List.of(BOUT), List.of()),
                rounds,
                Duration.ofMillis(1),
                text -> {});
    }
}
