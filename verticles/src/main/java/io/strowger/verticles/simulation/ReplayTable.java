package io.strowger.verticles.simulation;

import io.strowger.engine.replay.Fate;
import io.strowger.engine.replay.ReplayFigures;
import io.strowger.engine.replay.ReplayResult;
import io.strowger.engine.simulation.Estimate;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a replay found, for people. */
final class ReplayTable {
    private static final double NANOS = 1e9;
    private static final double PERCENT = 100;

    private final ReplayResult result;
    private final ReplayFigures figures;
    private final PrintStream out;

    ReplayTable(ReplayResult result, ReplayFigures figures, PrintStream out) {
        this.result = result;
        this.figures = figures;
        this.out = out;
    }

    void print(String serviceLevel, int changes) {
        line("%,d records, %,d conversations", result.records(), figures.conversations());
        if (figures.differing() == 0) {
            line("nothing differs");
            return;
        }
        line("another queue      %,d (%s)", figures.moved(), share(figures.moved()));
        line("another agent      %,d (%s)", figures.anothers(), share(figures.anothers()));
        line("anything differs   %,d (%s)", figures.differing(), share(figures.differing()));
        line(
                "mean wait          %.2f s before, %.2f s after: %s s",
                figures.waitBefore(), figures.waitAfter(), change(figures.longer()));
        line(
                "served in %-8s %.2f %% before, %.2f %% after: %s points",
                serviceLevel,
                figures.servedBefore() * PERCENT,
                figures.servedAfter() * PERCENT,
                change(figures.better().times(PERCENT)));
        line("given up           %,d before, %,d after", figures.cancelledBefore(), figures.cancelledAfter());
        moves();
        largest(changes);
    }

    private void moves() {
        Map<String, Integer> moves = new TreeMap<>();
        result.pairs().stream()
                .filter(result::isMoved)
                .forEach(pair ->
                        moves.merge(result.queueBefore(pair) + " -> " + result.queueAfter(pair), 1, Integer::sum));
        if (!moves.isEmpty()) {
            out.println();
            moves.forEach((move, count) -> line("%-40s %,d", move, count));
        }
    }

    private void largest(int changes) {
        if (changes > 0) {
            out.println();
            line("the largest changes");
            for (ReplayResult.Pair pair : result.largest(changes)) {
                line("conversation %d, %+.1f s", pair.before().conversation, result.longerNanos(pair) / NANOS);
                line(
                        "  before: %s",
                        sentence(
                                pair.before(),
                                result.queueBefore(pair),
                                result.ruleBefore(pair),
                                result.agentBefore(pair)));
                line(
                        "  after:  %s",
                        sentence(
                                pair.after(),
                                result.queueAfter(pair),
                                result.ruleAfter(pair),
                                result.agentAfter(pair)));
            }
        }
    }

    /** Why it went where it went. */
    private String sentence(Fate fate, String queue, String rule, String agent) {
        String place = queue + " with priority " + fate.priority
                + (rule.isEmpty() ? ", as no rule sent it anywhere" : " by the rule " + rule);
        String offers = fate.offers == 0 ? "" : ", " + fate.offers + (fate.offers == 1 ? " offer" : " offers");
        String seconds = String.format(Locale.ROOT, "%.1f s", fate.waitNanos(result.end()) / NANOS);
        if (fate.assignedAt != 0) {
            return place + offers + ", " + agent + " after " + seconds;
        }
        return place + offers + (fate.cancelledAt != 0 ? ", given up after " : ", still waiting after ") + seconds;
    }

    private String share(long count) {
        return String.format(Locale.ROOT, "%.2f %%", PERCENT * count / figures.conversations());
    }

    private static String change(Estimate change) {
        return Double.isNaN(change.low())
                ? String.format(Locale.ROOT, "%+.2f", change.mean())
                : String.format(Locale.ROOT, "%+.2f (%.2f to %.2f)", change.mean(), change.low(), change.high());
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is not among the dependencies
    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
