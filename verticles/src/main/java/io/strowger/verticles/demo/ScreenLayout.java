package io.strowger.verticles.demo;

import io.strowger.verticles.cli.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Arranges a picture in the lines of a terminal: counts above, queues beside agents, the last decisions below. */
final class ScreenLayout {
    private static final int FRAME_LINES = 8;
    private static final int LEAST_TABLE = 8;
    private static final int LEAST_DECISIONS = 4;
    private static final int QUEUE_COLUMNS = 46;
    private static final int QUEUE_NAME = 17;
    private static final int NUMBER = 4;
    private static final int AGENT_NAME = 9;
    private static final int WIDEST = 150;
    private static final double FULL_BAR = 12;

    private final Palette palette;
    private final Rate rate = new Rate();

    ScreenLayout(Palette palette) {
        this.palette = palette;
    }

    /** The lines, none longer and not more than the terminal has room for. */
    List<String> lines(StagePicture picture, TerminalSize size) {
        int width = Math.min(WIDEST, size.columns()) - 1;
        int free = size.rows() - FRAME_LINES;
        int rows = Math.max(LEAST_TABLE, Math.min(picture.agents().size(), free - LEAST_DECISIONS));
        List<String> lines = new ArrayList<>();
        lines.add(title(picture, width));
        lines.add("");
        lines.add(messages(picture.tally(), width));
        lines.add(latencies(picture.tally()));
        lines.add("");
        lines.add(
                palette.dim(Cells.left(queueHeading(), QUEUE_COLUMNS) + Cells.left(" AGENTS", width - QUEUE_COLUMNS)));
        List<String> left = queues(picture, rows);
        List<String> right = agents(picture.agents(), rows, width - QUEUE_COLUMNS);
        for (int row = 0; row < rows; row++) {
            lines.add(left.get(row) + right.get(row));
        }
        lines.add("");
        lines.add(palette.dim(" LAST DECISIONS"));
        int shown = Math.max(0, free - rows);
        picture.tally().recent().stream().limit(shown).forEach(decision -> lines.add(decision(decision, width)));
        return lines.size() > size.rows() ? lines.subList(0, size.rows()) : lines;
    }

    private String title(StagePicture picture, int width) {
        String clock = String.format(
                Locale.ROOT,
                "%.0f of %.0f s",
                Math.min(picture.elapsedSeconds(), picture.totalSeconds()),
                picture.totalSeconds());
        String bar = Cells.bar(picture.elapsedSeconds() / picture.totalSeconds(), 20);
        String rest = Cells.cut("  " + clock + "  " + picture.places(), width - 36);
        return " " + palette.bold("STROWGER demo") + " " + palette.cyan(bar) + rest;
    }

    private String messages(TallyPicture tally, int width) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                " messages %s  %3.0f/s ",
                palette.bold(Long.toString(tally.answered())),
                rate.of(tally.answered())));
        tally.traffic()
                .forEach((transport, own) ->
                        line.append("  " + transport.name().toLowerCase(Locale.ROOT) + " " + own.answered()));
        line.append("   repeats ").append(tally.duplicates());
        line.append("   completed ").append(tally.completed());
        if (tally.problemCount() > 0) {
            line.append("   ").append(palette.red(Cells.cut(tally.problems().get(0), Math.max(10, width - 70))));
        }
        return line.toString();
    }

    private String latencies(TallyPicture tally) {
        return " decided  " + percentiles(tally.decisions()) + "   answered, on disk  " + percentiles(tally.answers());
    }

    private String percentiles(Histogram histogram) {
        return "p50 " + palette.bold(Nanos.shown(histogram.getValueAtPercentile(50))) + "  p99 "
                + palette.bold(Nanos.shown(histogram.getValueAtPercentile(99)));
    }

    private static String queueHeading() {
        return " " + Cells.left("QUEUES", QUEUE_NAME) + Cells.right("waiting", barColumns() + NUMBER)
                + Cells.right("asked", 6) + Cells.right("with", 5);
    }

    private static int barColumns() {
        return QUEUE_COLUMNS - QUEUE_NAME - NUMBER - 14;
    }

    private List<String> queues(StagePicture picture, int rows) {
        List<String> lines = new ArrayList<>();
        for (QueuePicture queue : picture.queues()) {
            String bar = Cells.bar(queue.waiting() / FULL_BAR, barColumns());
            String coloured = queue.waiting() > FULL_BAR
                    ? palette.red(bar)
                    : queue.waiting() > FULL_BAR / 2 ? palette.yellow(bar) : palette.green(bar);
            lines.add(" " + Cells.left(queue.id(), QUEUE_NAME) + coloured
                    + Cells.right(Integer.toString(queue.waiting()), NUMBER)
                    + palette.dim(Cells.right(Integer.toString(queue.offered()), 6)
                            + Cells.right(Integer.toString(queue.assigned()), 5))
                    + "   ");
        }
        if (rows - lines.size() >= 5) {
            lines.add(Cells.left("", QUEUE_COLUMNS));
            lines.addAll(offers(picture.tally()));
        }
        while (lines.size() < rows) {
            lines.add(Cells.left("", QUEUE_COLUMNS));
        }
        return lines.subList(0, rows);
    }

    private List<String> offers(TallyPicture tally) {
        return List.of(
                palette.dim(Cells.left(" OFFERS", QUEUE_COLUMNS)),
                offers("accepted", tally, "declined", tally),
                offers("expired", tally, "rescinded", tally));
    }

    private static String offers(String first, TallyPicture tally, String second, TallyPicture same) {
        return Cells.left(
                " " + Cells.left(first, 10) + Cells.right(Long.toString(tally.offers(first)), 5) + "   "
                        + Cells.left(second, 10) + Cells.right(Long.toString(same.offers(second)), 5),
                QUEUE_COLUMNS);
    }

    private List<String> agents(List<AgentPicture> agents, int rows, int width) {
        List<String> lines = new ArrayList<>();
        for (AgentPicture agent : agents) {
            String glyph = switch (agent.mood()) {
                case WORKING -> palette.green("●");
                case FREE -> palette.cyan("○");
                case AWAY -> palette.yellow("◐");
                case DISCONNECTED -> palette.red("✗");
            };
            String load = "▮".repeat(Math.min(agent.handled(), 6));
            lines.add(" " + glyph + " " + Cells.left(agent.name(), AGENT_NAME) + palette.blue(Cells.left(load, 7))
                    + palette.dim(Cells.cut(agent.detail(), width - AGENT_NAME - 11)));
        }
        if (lines.size() > rows) {
            int more = lines.size() - rows + 1;
            lines.subList(rows - 1, lines.size()).clear();
            lines.add(palette.dim("   and " + more + " more"));
        }
        while (lines.size() < rows) {
            lines.add("");
        }
        return lines;
    }

    private String decision(DecisionPicture decision, int width) {
        int text = Math.max(16, (width - 40) * 2 / 5);
        String where = Cells.left(decision.queue(), QUEUE_NAME) + Cells.right(Integer.toString(decision.priority()), 3);
        return " " + palette.magenta(Cells.left(decision.language(), 3)) + Cells.left(decision.text(), text) + "  → "
                + palette.bold(where) + "  "
                + palette.ofUrgency(decision.urgency(), Cells.cut(decision.reason(), width - text - 31));
    }
}
