package io.strowger.bench.net;

import io.strowger.bench.net.AnswerCheck.Verdict;
import io.strowger.bench.rig.Histograms;
import java.nio.charset.StandardCharsets;
import org.HdrHistogram.Histogram;

/** Counts a run's messages and answers. Messages that were meant to be sent before the measured part don't count. */
final class LoadTally {
    private static final long NANOS_A_SECOND = 1_000_000_000L;
    /** A stall of the machine at the very end is no backlog. */
    private static final long LATE_NANOS = 50_000_000L;

    private static final int SHOWN_BYTES = 400;

    private final long fromNanos;
    private final long endNanos;
    private final AnswerCheck check;
    private final Histogram answerTime = Histograms.ofNanos();
    private final Histogram serviceTime = Histograms.ofNanos();
    private final long[] answersBySecond;
    private long due;
    private long inTime;
    private long refused;
    private long wrong;
    private long answeredInside;
    private String firstWrong = "";

    LoadTally(long fromNanos, long endNanos, AnswerCheck check) {
        this.fromNanos = fromNanos;
        this.endNanos = endNanos;
        this.check = check;
        this.answersBySecond = new long[(int) ((endNanos - fromNanos + NANOS_A_SECOND - 1) / NANOS_A_SECOND)];
    }

    void sent(long intendedNanos, long nowNanos) {
        if (intendedNanos >= fromNanos) {
            due++;
            if (nowNanos < endNanos + LATE_NANOS) {
                inTime++;
            }
        }
    }

    void answered(
            int connection,
            long request,
            long intendedNanos,
            long sentNanos,
            long receivedNanos,
            byte[] bytes,
            int from,
            int to) {
        Verdict verdict = check.check(request, connection, bytes, from, to);
        if (verdict == Verdict.WRONG) {
            wrong++;
            if (firstWrong.isEmpty()) {
                firstWrong = new String(bytes, from, Math.min(SHOWN_BYTES, to - from), StandardCharsets.UTF_8).strip();
            }
        } else if (verdict == Verdict.REFUSED) {
            refused += intendedNanos >= fromNanos ? 1 : 0;
        } else {
            good(intendedNanos, sentNanos, receivedNanos);
        }
    }

    private void good(long intendedNanos, long sentNanos, long receivedNanos) {
        if (receivedNanos >= fromNanos && receivedNanos < endNanos) {
            answeredInside++;
            answersBySecond[(int) ((receivedNanos - fromNanos) / NANOS_A_SECOND)]++;
        }
        if (intendedNanos >= fromNanos) {
            Histograms.record(answerTime, receivedNanos - intendedNanos);
            Histograms.record(serviceTime, receivedNanos - sentNanos);
        }
    }

    LoadResult result(long unsent, long lost, double busiestShare, double cpuShare) {
        return new LoadResult(
                due + unsent,
                inTime,
                answerTime.getTotalCount(),
                refused,
                wrong,
                lost,
                answeredInside,
                endNanos - fromNanos,
                answerTime,
                serviceTime,
                answersBySecond,
                busiestShare,
                cpuShare,
                firstWrong);
    }
}
