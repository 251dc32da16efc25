package io.strowger.verticles.demo;

import io.strowger.verticles.cli.Palette;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.HdrHistogram.Histogram;

/** Says in the end what happened, and whether everything agrees. */
final class Summary {
    private static final int BAR = 24;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9};

    private final TallyPicture tally;
    private final StoredCounts stored;
    private final double seconds;
    private final PrintStream out;
    private final Palette palette;
    private boolean agrees = true;

    Summary(TallyPicture tally, StoredCounts stored, double seconds, PrintStream out, Palette palette) {
        this.tally = tally;
        this.stored = stored;
        this.seconds = seconds;
        this.out = out;
        this.palette = palette;
    }

    /** Prints it; true when what customers were told, and what PostgreSQL holds, is the same. */
    boolean print() {
        out.println();
        out.println(palette.bold(String.format(Locale.ROOT, "What happened in %.0f seconds", seconds)));
        out.println();
        messages();
        queues();
        agents();
        latencies();
        checks();
        return agrees;
    }

    private void messages() {
        heading("Messages", "sent", "answered", "refused");
        tally.traffic().forEach((transport, own) -> row(transport.name(), own.sent(), own.answered(), own.refused()));
        out.println("  " + tally.acknowledged().size() + " were new, " + tally.duplicates()
                + " were sent a second time and got their first answer again");
        out.println();
    }

    private void queues() {
        out.println(palette.dim("Conversations by queue"));
        long most = tally.conversationsByQueue().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        tally.conversationsByQueue().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(entry -> out.println("  " + Cells.left(entry.getKey(), 18)
                        + Cells.right(entry.getValue().toString(), 5) + "  "
                        + palette.cyan(
                                Cells.bar((double) entry.getValue() / most, BAR).stripTrailing())));
        out.println();
    }

    private void agents() {
        out.println(palette.dim("Offers to agents") + "        " + states(stored.offers()));
        out.println(palette.dim("Conversations they took") + " " + states(stored.assignments()));
        if (tally.lost() > 0) {
            out.println("  " + tally.lost() + " agent lost the connection and came back to the conversations at hand");
        }
        out.println();
    }

    private static String states(Map<String, Long> counts) {
        StringJoiner joiner = new StringJoiner(", ");
        counts.forEach((state, count) -> joiner.add(count + " " + state.replace('_', ' ')));
        return counts.isEmpty() ? "none" : joiner.toString();
    }

    private void latencies() {
        heading("Latency", "p50", "p90", "p99", "p99.9", "max");
        latency("decided", tally.decisions());
        tally.traffic().forEach((transport, own) -> latency("answered, " + transport.name(), own.answers()));
        out.println(
                "  decided: from the ring's door to the decision; answered: from the moment it was to be sent until the");
        out.println(
                "  answer, which waits for the disk, was back. Everybody shares this machine, the simulation as well.");
        out.println();
    }

    private void checks() {
        out.println(palette.dim("Does everything agree?"));
        check("every message was answered", tally.sent() == tally.answered(), tally.answered() + " of " + tally.sent());
        Set<String> missing = new HashSet<>(tally.acknowledged());
        missing.removeAll(stored.messages());
        Set<String> surplus = new HashSet<>(stored.messages());
        surplus.removeAll(tally.acknowledged());
        check(
                "PostgreSQL holds exactly what was acknowledged",
                missing.isEmpty() && surplus.isEmpty(),
                missing.isEmpty() && surplus.isEmpty()
                        ? stored.messages().size() + " messages"
                        : missing.size() + " missing, " + surplus.size() + " that nobody was told of");
        check(
                "each message once, in as many conversations as customers were told of",
                stored.repeatedExternalIds() == 0 && stored.conversations() == tally.conversations(),
                stored.conversations() + " conversations");
        check(
                "repeats and answers were right",
                tally.problemCount() == 0,
                tally.problemCount() == 0 ? "nothing to complain about" : tally.problemCount() + " problems");
        tally.problems().forEach(problem -> out.println("      " + palette.red(problem)));
    }

    private void check(String what, boolean holds, String detail) {
        agrees &= holds;
        out.println("  " + (holds ? palette.green("✔") : palette.red("✘")) + " " + what + ": " + detail);
    }

    private void heading(String title, String... columns) {
        StringBuilder line = new StringBuilder(Cells.left(title, 20));
        for (String column : columns) {
            line.append(Cells.right(column, 10));
        }
        out.println(palette.dim(line.toString()));
    }

    private void row(String title, long... values) {
        StringBuilder line = new StringBuilder(Cells.left("  " + title, 20));
        for (long value : values) {
            line.append(Cells.right(Long.toString(value), 10));
        }
        out.println(line);
    }

    private void latency(String title, Histogram histogram) {
        StringBuilder line = new StringBuilder(Cells.left("  " + title, 20));
        for (double percentile : PERCENTILES) {
            line.append(Cells.right(Nanos.shown(histogram.getValueAtPercentile(percentile)), 10));
        }
        out.println(line.append(Cells.right(Nanos.shown(histogram.getMaxValue()), 10)));
    }

    /** Where to go next. */
    static List<String> nextSteps() {
        return List.of(
                "Where to go next",
                "  ./strowger serve                                       the same server, to stay",
                "  echo 'Wo ist mein Paket?' | ./strowger route --pretty  what would become of a message",
                "  conf/demo/rules.yaml                                   why messages went where they went");
    }
}
