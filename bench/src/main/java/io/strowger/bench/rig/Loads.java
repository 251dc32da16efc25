package io.strowger.bench.rig;

import io.strowger.bench.report.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words and numbers about loads that several reports have. */
final class Loads {
    private static final double MICROS_PER_MILLI = 1_000;

    private Loads() {}

    /** A whole number with separators. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A rate with its unit. */
    static String rate(double perSecond) {
        return count(Math.round(perSecond)) + " messages/s";
    }

    /** A duration with its unit. */
    static String micros(double micros) {
        return micros >= MICROS_PER_MILLI
                ? String.format(Locale.ROOT, "%.2f ms", micros / MICROS_PER_MILLI)
                : String.format(Locale.ROOT, "%.1f µs", micros);
    }

    /** What the load meets. */
    static String described(RunPlan plan) {
        return "the " + plan.topology().name().toLowerCase(Locale.ROOT) + " topology, "
                + (plan.journal() ? "the journal on" : "the journal off") + ", "
                + (plan.analysis() ? "all models on" : "no models") + ", answers when "
                + (plan.durable() ? "durable" : "decided") + ", "
                + plan.shape().name().toLowerCase(Locale.ROOT)
                + " load, texts of " + plan.textBytes() + " bytes";
    }

    static List<String> caveats(RunPlan plan, Collector collector) {
        List<String> caveats = new ArrayList<>();
        int processors = Runtime.getRuntime().availableProcessors();
        if (processors <= 4) {
            caveats.add(
                    "Indicative: the generator, the engine and the control thread share " + processors
                            + " processors, so that they stall each other; ratios hold, absolute figures are those of this machine.");
        }
        caveats.add("No projection ran. "
                + (plan.journal()
                        ? "The journal was written and forced as a server does it."
                        : "Records were made, checked and thrown away; nothing was written or forced."));
        caveats.add(
                "Times count from when a message was meant to be sent, so a late generator and refused attempts are in"
                        + " them; service time, from when it was sent, is not affected by them.");
        caveats.add(
                "The hiccups are what a thread felt that only slept; where their 99.9th percentile is above a fifth of a"
                        + " row's, the row is labelled noisy. Garbage collection (" + collector.name()
                        + ") is in all figures.");
        caveats.add(
                "Agents' commands (accepting, completing) and the clock's ticks are part of the load and not counted as"
                        + " messages.");
        return caveats;
    }

    /** What was verified, in a clause. */
    static String verified(RunPlan plan, List<RunResult> runs) {
        long all = runs.stream().mapToLong(run -> run.count(Count.ALL_MESSAGES)).sum();
        long compared = runs.stream()
                .mapToLong(run -> run.count(Count.COMPARED_MESSAGES))
                .sum();
        String answered = "all " + count(all) + " messages (warm-up included) were answered once and in order";
        if (!plan.journal()) {
            return answered + "; without a journal they were not compared with the reference router";
        }
        String kept = answered + ", are in the journal once and in order, and no agent had more than the capacity; ";
        return kept
                + (compared == all
                        ? "each of their records and answers is the reference router's"
                        : "the records and answers of the first " + count(compared)
                                + " are the reference router's, for more there was no time");
    }

    /** Answers a second over time. */
    static List<Chart.Point> throughput(RunResult run) {
        double stepSeconds = Throughput.STEP.toNanos() / 1e9;
        List<Chart.Point> points = new ArrayList<>();
        long[] steps = run.throughput();
        for (int step = 0; step < steps.length; step++) {
            points.add(new Chart.Point((step + 1) * stepSeconds, steps[step] / stepSeconds));
        }
        return points;
    }
}
