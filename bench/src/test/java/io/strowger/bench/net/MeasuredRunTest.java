package io.strowger.bench.net;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strowger.bench.rig.Histograms;
import io.strowger.verticles.cli.CommandFailure;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class MeasuredRunTest {
    private static final long DUE = 10_000;

    @Test
    void shouldBeShownWhenEverythingThatWasDueWasSentAndAnswered() {
        assertThatCode(() -> run(DUE, 0, 0, DUE, 0.5).check()).doesNotThrowAnyException();
    }

    @Test
    void shouldSayWhatFailedWhenTheFiguresWouldSaySomethingElse() {
        assertFails(run(DUE, 1, 0, DUE, 0.5), "1 answers were wrong", "the first one");
        assertFails(run(DUE, 0, 3, DUE, 0.5), "3 messages were sent and never answered");
        assertFails(run(9_000, 0, 0, DUE, 0.5), "the rate was not reached", "90.0 %");
        assertFails(run(DUE, 0, 0, DUE, 0.99), "the generator itself was busy 99 %");
    }

    @Test
    void shouldAskForALongerWarmUpWhenTheMeasuredPartBeganWithABacklog() {
        assertFails(run(DUE, 0, 0, 12_000, 0.5), "10,000 messages were due and 12,000 answers came", "--warm-up");
    }

    private static void assertFails(MeasuredRun run, String... words) {
        assertThatThrownBy(run::check).isInstanceOf(CommandFailure.class).hasMessageContainingAll(words);
    }

    private static MeasuredRun run(long inTime, long wrong, long lost, long answeredInside, double busiestShare) {
        Histogram times = Histograms.ofNanos();
        return new MeasuredRun(
                new LoadResult(
                        DUE,
                        inTime,
                        DUE,
                        0,
                        wrong,
                        lost,
                        answeredInside,
                        2_000_000_000L,
                        times,
                        times,
                        new long[2],
                        busiestShare,
                        busiestShare,
                        "{}"),
                times,
                0.5,
                1);
    }
}
