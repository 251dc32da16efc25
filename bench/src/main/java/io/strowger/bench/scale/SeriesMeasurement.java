package io.strowger.bench.scale;

import io.strowger.bench.report.Spread;
import io.strowger.bench.rig.ThreadMeter;
import java.util.Arrays;
import java.util.List;

/**
 * Measures the sizes of a series against each other: all routers live at the same time and take turns, many times, so that
 * whatever else the machine does hits all of them. Belongs to one thread.
 */
final class SeriesMeasurement {
    /** Rounds of commands in a turn: long against the clock's resolution, short against the machine's moods. */
    static final int ROUNDS = 1_000;

    private static final ThreadMeter METER = ThreadMeter.ofJvm();
    private static final int DECISIONS = ROUNDS * SizedRouter.ROUND_DECISIONS;

    /** Not measured, at the start of a turn: the routers before have emptied the caches of what every decision needs. */
    private static final int FIRST_ROUNDS = 200;

    private static final double TENTH = 0.1;

    private final SizedRouter[] routers;
    private final double[][] nanos;
    private final double[] bytes;
    private final long[] candidates;
    private final int turns;

    SeriesMeasurement(Series series, int turns) {
        List<Series.Step> steps = series.steps();
        this.turns = turns;
        routers = new SizedRouter[steps.size()];
        nanos = new double[steps.size()][turns];
        bytes = new double[steps.size()];
        candidates = new long[steps.size()];
        for (int step = 0; step < routers.length; step++) {
            routers[step] = new SizedRouter(steps.get(step).size(), series.work());
        }
    }

    /** Has the compiler see everything. */
    void warmUp(int warmUpTurns) {
        for (int turn = 0; turn < warmUpTurns; turn++) {
            for (SizedRouter router : routers) {
                run(router, ROUNDS);
            }
        }
    }

    /** Measures all turns. */
    void run() {
        Arrays.fill(bytes, Double.MAX_VALUE);
        for (int turn = 0; turn < turns; turn++) {
            for (int offset = 0; offset < routers.length; offset++) {
                measure((turn + offset) % routers.length, turn);
            }
        }
    }

    /** Nanoseconds of processor time a decision. */
    Spread nanos(int step) {
        return spread(nanos[step]);
    }

    /** How many times as much a step costs as the first one, turn by turn. */
    Spread ratio(int step) {
        double[] ratios = new double[turns];
        for (int turn = 0; turn < turns; turn++) {
            ratios[turn] = nanos[step][turn] / nanos[0][turn];
        }
        return spread(ratios);
    }

    /** Candidates that the router looked at, a decision. */
    double candidates(int step) {
        return (double) candidates[step] / turns / DECISIONS;
    }

    /** Bytes allocated a decision in the leanest turn: now and then the JVM's own doings count for the thread. */
    double bytes(int step) {
        return bytes[step];
    }

    /** The median, without the tenths at both ends: a turn that the machine disturbed says nothing about the router. */
    static Spread spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int last = sorted.length - 1;
        return new Spread(
                sorted[last / 2], sorted[(int) Math.round(TENTH * last)], sorted[(int) Math.round((1 - TENTH) * last)]);
    }

    private void measure(int step, int turn) {
        SizedRouter router = routers[step];
        run(router, FIRST_ROUNDS);
        long candidatesBefore = router.candidates();
        long bytesBefore = METER.allocatedBytes();
        long nanosBefore = METER.cpuNanos();
        run(router, ROUNDS);
        long used = METER.cpuNanos() - nanosBefore;
        long allocated = METER.allocatedBytes() - bytesBefore;
        nanos[step][turn] = (double) used / DECISIONS;
        bytes[step] = Math.min(bytes[step], (double) allocated / DECISIONS);
        candidates[step] += router.candidates() - candidatesBefore;
    }

    private static void run(SizedRouter router, int rounds) {
        for (int round = 0; round < rounds; round++) {
            router.round();
        }
    }
}
