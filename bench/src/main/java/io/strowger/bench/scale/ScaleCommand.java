package io.strowger.bench.scale;

import io.strowger.bench.report.Chart;
import io.strowger.bench.report.OutputOptions;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.ResultsFolder;
import io.strowger.bench.report.Spread;
import io.strowger.bench.report.Table;
import io.strowger.bench.report.Table.Column;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench scale}. */
@Command(
        name = "scale",
        description = "The cost of a decision from few to many waiting conversations, agents and signatures.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./strowger bench scale", "  ./strowger bench scale --turns 20 --no-results"})
public final class ScaleCommand implements Callable<Integer> {
    private static final int LEAST_TURNS = 5;
    private static final int MOST_TURNS = 1_000;
    private static final double MOST_RATIO = 3;
    private static final double GOAL_RATIO = 2;

    private static final List<Column> COLUMNS = List.of(
            new Column("grows", "what grows", ""),
            new Column("work", "agents", ""),
            new Column("number", "number", ""),
            new Column("nanos", "CPU a decision", "ns"),
            new Column("ratio", "to the smallest", "×"),
            new Column("candidates", "candidates a decision", ""),
            new Column("bytes", "allocated a decision", "B"));

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--turns",
            paramLabel = "N",
            description = "How often the sizes take turns: ${DEFAULT-VALUE} if not given.")
    private int turns = 60;

    public ScaleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (turns < LEAST_TURNS || turns > MOST_TURNS) {
            throw CommandFailure.wrongCall("--turns is " + turns + ", it must be " + LEAST_TURNS + " to " + MOST_TURNS);
        }
        ResultsFolder folder = output.open(console, "scale");
        output.publish(console, folder, measure(Series.all()));
        return ExitCode.DONE;
    }

    private Report measure(List<Series> all) {
        List<String> answers = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        List<Chart.Line> lines = new ArrayList<>();
        for (Series series : all) {
            console.err().println("scale: " + series.title() + " ...");
            SeriesMeasurement measurement = new SeriesMeasurement(series, turns);
            measurement.warmUp(turns);
            measurement.run();
            List<Chart.Point> points = new ArrayList<>();
            for (int step = 0; step < series.steps().size(); step++) {
                rows.add(row(series, measurement, step));
                points.add(new Chart.Point(
                        series.steps().get(step).number(),
                        measurement.nanos(step).median()));
            }
            lines.add(new Chart.Line(series.title(), points));
            answers.add(answer(series, measurement));
        }
        return new Report(
                "Cost of a decision by size",
                "Does a decision cost more when more conversations wait, more agents work, or more signatures are in use?",
                answers,
                List.of(
                        "Processor time of the deciding thread, the mean over messages, accepted offers and completed"
                                + " conversations; it includes encoding the command and the record, but no analysis and"
                                + " no journal.",
                        "The sizes of a series take turns within one process; a ratio compares two turns that follow each"
                                + " other. Brackets hold what is left of the turns without a tenth at each end.",
                        "A series in which waiting grows has 100 agents and 64 signatures; agents: 1,000 waiting, 64"
                                + " signatures; signatures: 2,000 waiting, 1,000 agents."),
                List.of(new Table("scale", "A decision by size", COLUMNS, rows)),
                List.of(new Chart.Lines(
                        "A decision by size", "waiting, agents or signatures", "CPU time in ns", true, false, lines)),
                List.of());
    }

    private static List<Object> row(Series series, SeriesMeasurement measurement, int step) {
        return List.of(
                series.grows(),
                series.work() == Work.BACKLOG ? "nobody free" : "somebody free",
                series.steps().get(step).number(),
                measurement.nanos(step),
                measurement.ratio(step),
                measurement.candidates(step),
                measurement.bytes(step));
    }

    private static String answer(Series series, SeriesMeasurement measurement) {
        List<Series.Step> steps = series.steps();
        int last = steps.size() - 1;
        Spread ratio = measurement.ratio(last);
        String verdict = ratio.median() <= GOAL_RATIO
                ? "within the goal of 2 ×"
                : ratio.median() <= MOST_RATIO ? "within the target of 3 ×" : "above the target of 3 ×";
        return String.format(
                Locale.ROOT,
                "%s: %,d instead of %,d cost %.2f × (%.2f to %.2f), %s; candidates a decision %.2f and %.2f.",
                series.title(),
                steps.get(last).number(),
                steps.get(0).number(),
                ratio.median(),
                ratio.low(),
                ratio.high(),
                verdict,
                measurement.candidates(0),
                measurement.candidates(last));
    }
}
