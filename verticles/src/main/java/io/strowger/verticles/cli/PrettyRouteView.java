package io.strowger.verticles.cli;

import io.strowger.channels.Problem;
import io.strowger.engine.RoutingEngine;
import io.strowger.engine.command.Decision;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.event.DomainEvent;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import io.strowger.verticles.session.Problems;
import java.io.PrintStream;
import java.util.Locale;

/** One line a message, for people. */
final class PrettyRouteView implements RouteView {
    private static final int SHOWN_TEXT = 60;
    private static final String NOTHING = "-";
    private static final String HEADING = String.format(
            Locale.ROOT,
            "%-4s %-24s %-15s %-7s  %-17s %8s  %-26s %s",
            "LANG",
            "INTENT",
            "SENTIMENT",
            "URGENCY",
            "QUEUE",
            "PRIORITY",
            "RULE",
            "TEXT");

    private final RoutingEngine engine;
    private final PrintStream out;
    private final Palette palette;
    private boolean isHeaded;

    PrettyRouteView(RoutingEngine engine, PrintStream out, Palette palette) {
        this.engine = engine;
        this.out = out;
        this.palette = palette;
    }

    @Override
    public void show(RoutedLine line) {
        if (!isHeaded) {
            out.println(palette.dim(HEADING));
            isHeaded = true;
        }
        Problem problem = line.problem() == null ? Problems.of(line.decision()) : line.problem();
        if (problem == null) {
            show(line.decision(), line.text());
        } else {
            out.println(palette.red("refused: " + problem.detail()) + "  " + cut(line.text()));
        }
    }

    @Override
    public void flush() {
        out.flush();
    }

    private void show(Decision decision, String text) {
        Directory directory = engine.directory();
        NameTable labels = directory.labels();
        Names names = directory.organization(decision.organization);
        Analysis analysis = decision.analysis;
        String urgency = label(analysis, Head.URGENCY, labels);
        String sentiment = label(analysis, Head.SENTIMENT, labels);
        String scored = sentiment.equals(NOTHING)
                ? NOTHING
                : String.format(
                        Locale.ROOT, "%-8s %+.2f", sentiment, (double) analysis.sentimentScore() / Analysis.ONE);
        String queue = names == null ? NOTHING : name(names.queues(), decision.queue);
        String rule = names == null ? NOTHING : name(names.rules(), decision.rule);
        out.println(String.format(
                        Locale.ROOT,
                        "%-4s %-24s ",
                        label(analysis, Head.LANGUAGE, labels),
                        label(analysis, Head.INTENT, labels))
                + palette.ofSentiment(sentiment, pad(scored, 15))
                + " "
                + palette.ofUrgency(urgency, pad(urgency, 7))
                + "  "
                + palette.bold(pad(queue, 17))
                + String.format(Locale.ROOT, " %8d  %-26s ", decision.priority, rule)
                + cut(text));
    }

    private static String label(Analysis analysis, Head head, NameTable labels) {
        int label = analysis.label(head);
        return label == Analysis.NONE ? NOTHING : labels.name(label);
    }

    private static String name(NameTable names, int index) {
        return index == DomainEvent.NOBODY ? NOTHING : names.name(index);
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    private static String cut(String text) {
        String line = text.strip();
        return line.codePointCount(0, line.length()) <= SHOWN_TEXT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN_TEXT - 1)) + "…";
    }
}
