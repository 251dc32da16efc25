package io.strowger.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What the runs of a simulation found about a queue, a stream, or all customers together. */
public final class GroupResult {
    private static final double MICROS = 1e6;

    private final String name;
    private final List<Tally> observations = new ArrayList<>();
    private final Tally[] slots;
    private final Histogram waitMicros = new Histogram(3);
    private int runs;

    GroupResult(String name, int slots, int serviceLevels) {
        this.name = name;
        this.slots = new Tally[slots];
        for (int slot = 0; slot < slots; slot++) {
            this.slots[slot] = new Tally(serviceLevels);
        }
    }

    /**
     * Adds a run.
     *
     * @param batches into how many observations it is cut: one, unless it is the only run
     */
    void add(Tally[] run, Histogram runWaitMicros, int batches) {
        runs++;
        waitMicros.add(runWaitMicros);
        int perBatch = run.length / batches;
        for (int slot = 0; slot < run.length; slot++) {
            slots[slot].add(run[slot]);
            if (slot % perBatch == 0) {
                observations.add(new Tally(run[slot].servedWithin.length));
            }
            observations.get(observations.size() - 1).add(run[slot]);
        }
    }

    /** The queue's id, the stream's name, or {@code total}. */
    public String name() {
        return name;
    }

    /** Customers a run, with the interval of the mean over runs; of one run, from its batches. */
    public Estimate arrivals(double confidence) {
        double[] counts =
                observations.stream().mapToDouble(tally -> tally.arrivals).toArray();
        return Estimate.ofMean(counts, confidence).times((double) counts.length / runs);
    }

    /** A figure over all runs. */
    public Estimate estimate(Measure measure, double confidence) {
        return Estimate.ofRatio(observations, measure.numerator, measure.denominator, confidence);
    }

    /**
     * The share of all customers who were served within the time of a service level.
     *
     * @param level its index in {@link Scenario#serviceLevelNanos}
     */
    public Estimate servedWithin(int level, double confidence) {
        return Estimate.ofRatio(observations, tally -> tally.servedWithin[level], tally -> tally.arrivals, confidence);
    }

    /** The share of all customers who left within that time. */
    public Estimate abandonedWithin(int level, double confidence) {
        return Estimate.ofRatio(
                observations, tally -> tally.abandonedWithin[level], tally -> tally.arrivals, confidence);
    }

    /**
     * The wait, in seconds, that a share of the customers did not exceed; over all runs.
     *
     * @param percent from 0 to 100
     */
    public double waitPercentile(double percent) {
        return waitMicros.getTotalCount() == 0 ? Double.NaN : waitMicros.getValueAtPercentile(percent) / MICROS;
    }

    /** The sums over all runs. */
    public Tally sum() {
        Tally sum = new Tally(slots[0].servedWithin.length);
        for (Tally slot : slots) {
            sum.add(slot);
        }
        return sum;
    }

    /** The sums by slot of the counted time, over all runs: for a picture of the day. */
    public List<Tally> slots() {
        return List.of(slots);
    }
}
