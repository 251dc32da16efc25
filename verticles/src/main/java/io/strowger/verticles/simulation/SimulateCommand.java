package io.strowger.verticles.simulation;

import io.strowger.engine.simulation.Simulation;
import io.strowger.engine.simulation.SimulationResult;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.strowger.verticles.cli.ProgressLine;
import io.strowger.verticles.config.ConfigException;
import io.strowger.verticles.config.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code simulate}: a day of customers and agents, decided by the real router. */
@Command(
        name = "simulate",
        description = {
            "Simulate customers and agents, with the real router deciding, and say how long customers waited.",
            "Customers come by chance, or are those of a server's journal, which is only read.",
            "The same scenario and seed always give the same figures. Nothing is kept; no server is needed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger simulate conf/scenarios/erlang-c.yaml",
            "  ./strowger simulate conf/scenarios/demo-day.yaml --html day.html",
            "  ./strowger simulate conf/scenarios/demo-day.yaml --replications 10 --json",
            "  ./strowger simulate conf/scenarios/from-journal.yaml    with the customers of data/journal",
            "",
            "docs/simulate.md describes scenarios and what the figures mean."
        })
final class SimulateCommand implements Callable<Integer> {
    private static final int MOST_REPLICATIONS = 10_000;
    private static final int PERCENT = 100;
    private static final double NANOS = 1e9;

    private final Console console;

    @Parameters(paramLabel = "SCENARIO", description = "The scenario, a .yaml file.")
    private Path scenario = Path.of("");

    @Option(names = "--json", description = "One line of JSON instead of a table.")
    private boolean json;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the random numbers (default: the scenario's, else 1).")
    private @Nullable Long seed;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description =
                    "How many runs, each with other random numbers. Default: the scenario's; else 1, whose intervals come "
                            + "from 32 parts of its time, or 5 where rates or staff change over the day.")
    private @Nullable Integer replications;

    @Option(
            names = "--confidence",
            paramLabel = "C",
            description = "Of the intervals, in percent: ${DEFAULT-VALUE} if not given.")
    private double confidence = 95;

    @Option(names = "--html", paramLabel = "F", description = "Also write a page with pictures to this file.")
    private @Nullable Path html;

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!(confidence >= 1 && confidence < PERCENT)) {
            throw CommandFailure.wrongCall("--confidence is " + confidence + ", it must be 1 to less than 100 percent");
        }
        if (replications != null && (replications < 1 || replications > MOST_REPLICATIONS)) {
            throw CommandFailure.wrongCall(
                    "--replications is " + replications + ", it must be 1 to " + MOST_REPLICATIONS);
        }
        Path page = html == null ? null : writable(console.resolve(html));
        ScenarioFile file = read();
        file.warnings().forEach(warning -> console.err().println("warning: " + warning));
        long start = System.nanoTime();
        SimulationResult result = run(file);
        ResultTable table = new ResultTable(result, confidence / PERCENT);
        if (page != null) {
            write(page, ResultPage.of(result, table));
        }
        if (json) {
            console.out().println(ResultJson.of(result, confidence / PERCENT));
        } else {
            table.print(console.out());
        }
        console.err()
                .printf(
                        Locale.ROOT,
                        "%,d customers, %,d decisions in %.1f s%n",
                        result.total().sum().arrivals,
                        result.commands(),
                        (System.nanoTime() - start) / NANOS);
        return ExitCode.DONE;
    }

    /** Before the work is done rather than after it. */
    private static Path writable(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || directory == null || !Files.isDirectory(directory)) {
            throw CommandFailure.wrongCall("the page can't be written to " + file + ": "
                    + (Files.isDirectory(file) ? "it is a directory" : "there is no directory " + directory));
        }
        return file;
    }

    private static void write(Path file, String page) {
        try {
            Files.writeString(file, page);
        } catch (IOException e) {
            throw CommandFailure.failed(
                    "the page can't be written to " + file + " (" + e.getMessage() + "): check its rights", e);
        }
    }

    private ScenarioFile read() {
        try {
            return ScenarioFile.read(console.resolve(scenario), UnderstoodText::of);
        } catch (ConfigException e) {
            throw CommandFailure.wrongCall("the scenario can't be used\n" + e.getMessage());
        }
    }

    private SimulationResult run(ScenarioFile file) {
        int runs = replications == null ? file.replications() : replications;
        try (ProgressLine progress = new ProgressLine(console)) {
            return Simulation.run(
                    file.scenario(),
                    seed == null ? file.seed() : seed,
                    runs,
                    (run, share) -> progress.report(
                            "simulating", (int) ((run - 1 + Math.min(1, share)) * PERCENT), runs * PERCENT));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall("the scenario can't be simulated: " + e.getMessage());
        }
    }
}
