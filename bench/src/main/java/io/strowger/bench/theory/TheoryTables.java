package io.strowger.bench.theory;

import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.simulation.AgentResult;
import io.strowger.engine.simulation.Estimate;
import io.strowger.engine.simulation.GroupResult;
import io.strowger.engine.simulation.Measure;
import io.strowger.engine.simulation.SimulationResult;
import io.strowger.engine.simulation.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Simulates the tables of queues whose figures are known, and compares. One thread. */
final class TheoryTables {
    /** The share of intervals that contain the true figure. */
    static final double CONFIDENCE = 0.999;

    private static final double[][] NOBODY_LEAVES = {
        {1, 0.5, 300},
        {2, 1, 300},
        {5, 4, 180},
        {10, 8, 240},
        {14, 10, 180},
        {15, 14, 600},
        {20, 18, 300},
        {21, 18, 300},
        {23, 18, 300},
        {28, 250 * 330 / 3600.0, 330},
        {50, 48, 60},
        {55, 48, 240},
        {90, 84, 600},
        {100, 95, 300},
        {200, 190, 300},
        {500, 490, 300}
    };
    private static final double[][] IMPATIENT = {
        {50, 48, 60, 120},
        {45, 48, 60, 120},
        {55, 48, 60, 120},
        {10, 10, 180, 180},
        {14, 10, 180, 120},
        {12, 14, 300, 60},
        {90, 84, 600, 600},
        {100, 100, 300, 300},
        {100, 120, 300, 120},
        {200, 190, 240, 60}
    };
    private static final double[][] PRIORITIES = {{20, 6, 12, 300}, {10, 2, 6, 240}, {50, 8, 40, 60}};
    private static final int[] SQUARE_ROOT_LOADS = {25, 100, 400, 1_600};
    private static final double LIMIT_SECONDS = 20;
    private static final int HIGH = 600;
    private static final int LOW = 500;

    private final long seed;
    private final long calls;
    private final Consumer<String> progress;
    private final List<Check> checks = new ArrayList<>();

    /**
     * @param calls about how many calls each queue gets
     * @param progress told which queue is simulated
     */
    TheoryTables(long seed, long calls, Consumer<String> progress) {
        this.seed = seed;
        this.calls = calls;
        this.progress = progress;
    }

    /** What was compared so far. */
    List<Check> checks() {
        return List.copyOf(checks);
    }

    /** Table 5.1, and with it Little's law and that those who come see what there is in the mean (5.5, 6). */
    TheoryTables erlangC(int... rows) {
        for (int index : rows.length == 0 ? all(NOBODY_LEAVES.length) : rows) {
            double[] row = NOBODY_LEAVES[index];
            int agents = (int) row[0];
            String name = name("N=%d a=%.4g AHT=%.0f s", agents, row[1], row[2]);
            GroupResult calls =
                    single(name, agents, row[1], row[2], Strategy.LONGEST_IDLE).queue("calls");
            double wait = Erlang.wait(agents, row[1], row[2]);
            inside("5.1", name, "P(wait)", Erlang.c(agents, row[1]), calls.estimate(Measure.WAITED, CONFIDENCE));
            inside("5.1", name, "ASA, s", wait, calls.estimate(Measure.WAIT_SECONDS, CONFIDENCE));
            inside("5.1", name, "Lq", wait * row[1] / row[2], calls.estimate(Measure.QUEUE_LENGTH, CONFIDENCE));
            inside(
                    "5.1",
                    name,
                    "SL(20 s)",
                    Erlang.servedWithin(agents, row[1], row[2], LIMIT_SECONDS),
                    calls.servedWithin(0, CONFIDENCE));
            inside("5.1", name, "occupancy", row[1] / agents, calls.estimate(Measure.OCCUPANCY, CONFIDENCE));
            seenByCustomers(name, calls);
        }
        return this;
    }

    private void seenByCustomers(String name, GroupResult calls) {
        Tally sum = calls.sum();
        inside(
                "5.5.6",
                name,
                "Little: Lq against arrivals x wait",
                sum.waitSeconds / sum.seconds,
                calls.estimate(Measure.QUEUE_LENGTH, CONFIDENCE));
        inside(
                "5.5.6",
                name,
                "PASTA: P(wait) against time with all busy",
                Measure.ALL_BUSY.of(sum),
                calls.estimate(Measure.WAITED, CONFIDENCE));
    }

    /** Table 5.2. */
    TheoryTables erlangA(int... rows) {
        for (int index : rows.length == 0 ? all(IMPATIENT.length) : rows) {
            double[] row = IMPATIENT[index];
            int agents = (int) row[0];
            String name = name("N=%d a=%.0f AHT=%.0f s patience=%.0f s", agents, row[1], row[2], row[3]);
            ErlangA theory = new ErlangA(agents, row[1], row[2], row[3]);
            progress.accept(name);
            GroupResult calls = new Centre(row[2])
                    .queue("calls")
                    .agents(agents, "calls")
                    .patience(row[3])
                    .calls("calls", row[1], "calls", LOW)
                    .simulate(seed, this.calls)
                    .queue("calls");
            inside("5.2", name, "P(wait)", theory.waited(), calls.estimate(Measure.WAITED, CONFIDENCE));
            inside("5.2", name, "P(ab)", theory.abandoned(), calls.estimate(Measure.ABANDONED, CONFIDENCE));
            inside("5.2", name, "E[W], s", theory.meanWait(), calls.estimate(Measure.WAIT_SECONDS, CONFIDENCE));
            inside("5.2", name, "Lq", theory.queueLength(), calls.estimate(Measure.QUEUE_LENGTH, CONFIDENCE));
            inside("5.2", name, "occupancy", theory.occupancy(), calls.estimate(Measure.OCCUPANCY, CONFIDENCE));
            inside(
                    "5.2",
                    name,
                    "served in 20 s",
                    theory.servedWithin(LIMIT_SECONDS),
                    calls.servedWithin(0, CONFIDENCE));
            inside(
                    "5.2",
                    name,
                    "abandoned in 20 s",
                    theory.abandonedWithin(LIMIT_SECONDS),
                    calls.abandonedWithin(0, CONFIDENCE));
        }
        return this;
    }

    /** Table 5.3: strict priorities, then priorities that age, from strict to first come, first served. */
    TheoryTables priorities(int... rows) {
        for (int index : rows.length == 0 ? all(PRIORITIES.length) : rows) {
            double[] row = PRIORITIES[index];
            int agents = (int) row[0];
            double load = row[1] + row[2];
            double first = Erlang.wait(agents, 0, row[1], load, row[3]);
            double second = Erlang.wait(agents, row[1], load, load, row[3]);
            double together = Erlang.wait(agents, load, row[3]);
            String name = name("N=%d a=%.0f+%.0f AHT=%.0f s", agents, row[1], row[2], row[3]);
            SimulationResult strict = twoClasses(name, row, OrderPolicy.PRIORITY_FIFO, 0);
            classes("5.3", name, strict, first, second, together);
            long day = Duration.ofDays(1).toNanos();
            classes(
                    "5.3",
                    name + ", aged, a point worth a day",
                    twoClasses(name, row, OrderPolicy.AGED, day),
                    first,
                    second,
                    together);
            classes(
                    "5.3",
                    name + ", aged, a point worth 1 ns",
                    twoClasses(name, row, OrderPolicy.AGED, 1),
                    together,
                    together,
                    together);
            String between = name + ", aged, 100 points worth half the wait";
            SimulationResult aged =
                    twoClasses(name, row, OrderPolicy.AGED, Math.round(together / 2 / (HIGH - LOW) * 1e9));
            checks.add(Check.between(
                    "5.3", between, "W1 between strict and FIFO, s", first, wait(aged, "first"), together));
            checks.add(Check.between(
                    "5.3", between, "W2 between FIFO and strict, s", together, wait(aged, "second"), second));
            inside("5.3", between, "all, s", together, aged.total().estimate(Measure.WAIT_SECONDS, CONFIDENCE));
        }
        return this;
    }

    private SimulationResult twoClasses(String name, double[] row, OrderPolicy order, long nanosPerPoint) {
        progress.accept(name + " " + order);
        return new Centre(row[3])
                .queue("calls", order, nanosPerPoint, Strategy.LONGEST_IDLE)
                .agents((int) row[0], "calls")
                .calls("first", row[1], "calls", HIGH)
                .calls("second", row[2], "calls", LOW)
                .simulate(seed, calls);
    }

    private void classes(
            String table, String name, SimulationResult result, double first, double second, double together) {
        inside(table, name, "W1, s", first, wait(result, "first"));
        inside(table, name, "W2, s", second, wait(result, "second"));
        inside(table, name, "all, s", together, result.total().estimate(Measure.WAIT_SECONDS, CONFIDENCE));
    }

    private static Estimate wait(SimulationResult result, String stream) {
        return result.stream(stream).estimate(Measure.WAIT_SECONDS, CONFIDENCE);
    }

    /** 5.5, 1: who is chosen among idle agents changes who works, not how long customers wait. */
    TheoryTables strategies() {
        for (Strategy strategy : Strategy.values()) {
            String name = name("N=10 a=8 AHT=240 s, %s", strategy.name().toLowerCase(Locale.ROOT));
            SimulationResult result = single(name, 10, 8, 240, strategy);
            GroupResult calls = result.queue("calls");
            inside("5.5.1", name, "P(wait)", Erlang.c(10, 8), calls.estimate(Measure.WAITED, CONFIDENCE));
            inside("5.5.1", name, "ASA, s", Erlang.wait(10, 8, 240), calls.estimate(Measure.WAIT_SECONDS, CONFIDENCE));
            double low = result.agents().stream()
                    .mapToDouble(AgentResult::occupancy)
                    .min()
                    .orElse(Double.NaN);
            double high = result.agents().stream()
                    .mapToDouble(AgentResult::occupancy)
                    .max()
                    .orElse(Double.NaN);
            double mean = calls.estimate(Measure.OCCUPANCY, CONFIDENCE).mean();
            checks.add(new Check(
                    "5.5.1",
                    name,
                    "occupancy of the least and the most busy agent",
                    Double.NaN,
                    new Estimate(mean, low, high),
                    true));
        }
        return this;
    }

    /** 5.5, 4: with the square root of the load as reserve, the share that waits stays about the same. */
    TheoryTables squareRoot(int rows) {
        for (int row = 0; row < rows; row++) {
            int load = SQUARE_ROOT_LOADS[row];
            int agents = (int) (load + Math.sqrt(load));
            String name = name("N=%d a=%d AHT=300 s", agents, load);
            inside(
                    "5.5.4",
                    name,
                    "P(wait)",
                    Erlang.c(agents, load),
                    single(name, agents, load, 300, Strategy.LONGEST_IDLE)
                            .queue("calls")
                            .estimate(Measure.WAITED, CONFIDENCE));
        }
        return this;
    }

    /** Table 5.4. */
    TheoryTables skills(int... skillsPerAgent) {
        for (int skills : skillsPerAgent) {
            String name = name("90 agents, %d of 6 skills", skills);
            progress.accept(name);
            checks.addAll(CrossTraining.check(name, skills, CrossTraining.simulate(skills, seed, calls)));
        }
        return this;
    }

    private SimulationResult single(String name, int agents, double load, double handling, Strategy strategy) {
        progress.accept(name);
        return new Centre(handling)
                .queue("calls", OrderPolicy.PRIORITY_FIFO, 0, strategy)
                .agents(agents, "calls")
                .calls("calls", load, "calls", LOW)
                .simulate(seed, calls);
    }

    private void inside(String table, String row, String figure, double theory, Estimate found) {
        checks.add(Check.inside(table, row, figure, theory, found));
    }

    private static int[] all(int count) {
        return IntStream.range(0, count).toArray();
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is not among the dependencies
    private static String name(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
