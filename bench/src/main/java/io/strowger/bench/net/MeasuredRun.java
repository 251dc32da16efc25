package io.strowger.bench.net;

import io.strowger.bench.rig.Hiccups;
import io.strowger.verticles.cli.CommandFailure;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * One run that may be shown.
 *
 * @param hiccups nanoseconds of the machine's stalls while it ran
 * @param serverCores CPU time of the server, in cores; NaN when it is not ours
 * @param idleCores what the machine had left, in cores
 */
record MeasuredRun(LoadResult load, Histogram hiccups, double serverCores, double idleCores) {
    private static final double LEAST_IN_TIME = 0.995;
    private static final double BUSY = 0.95;
    private static final double MOST_OF_DUE = 1.02;

    /** Answers that may come on top in a short run, from a stall at its beginning. */
    private static final int BURST = 200;

    private static final double MICROS_A_SECOND = 1e6;

    /**
     * Refuses a run whose figures would say something else than they seem to.
     *
     * @throws CommandFailure with the reason
     */
    void check() {
        if (load.wrong() > 0) {
            throw CommandFailure.failed(
                    load.wrong() + " answers were wrong, so nothing is reported; the first one: " + load.firstWrong());
        }
        if (load.lost() > 0) {
            throw CommandFailure.failed(load.lost() + " messages were sent and never answered, so nothing is reported");
        }
        if (load.good() == 0) {
            throw CommandFailure.failed("no message was answered as it should be (" + load.refused()
                    + " were refused for want of room), so nothing is reported");
        }
        if (load.shareInTime() < LEAST_IN_TIME) {
            throw CommandFailure.failed(String.format(
                    Locale.ROOT,
                    "the rate was not reached, so nothing is reported: of %,d messages due only %,d (%.1f %%) could be sent"
                            + " before the time was over. Try a lower rate, or more connections or depth",
                    load.due(),
                    load.inTime(),
                    100 * load.shareInTime()));
        }
        if (load.answeredInside() > load.due() * MOST_OF_DUE + BURST) {
            throw CommandFailure.failed(String.format(
                    Locale.ROOT,
                    "the server was still working off what the warm-up had left when the measured part began, so nothing is"
                            + " reported: %,d messages were due and %,d answers came. Try a longer --warm-up, or a lower rate",
                    load.due(),
                    load.answeredInside()));
        }
        if (load.busiestShare() > BUSY) {
            throw CommandFailure.failed(String.format(
                    Locale.ROOT,
                    "the generator itself was busy %.0f %% of the time and would be what is measured, so nothing is"
                            + " reported. Try a lower rate",
                    100 * load.busiestShare()));
        }
    }

    /** Microseconds of the server's CPU time for a message; NaN when it is not known. */
    double serverMicrosPerMessage() {
        return serverCores * MICROS_A_SECOND / load.answersPerSecond();
    }

    boolean isNoisy() {
        return Hiccups.isNoisy(hiccups, load.answerTime());
    }
}
