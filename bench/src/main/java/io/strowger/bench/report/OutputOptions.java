package io.strowger.bench.report;

import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every benchmark has for what it says; a picocli mixin. */
public final class OutputOptions {
    private final Clock clock;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec benchmark = CommandSpec.create();

    @Option(names = "--json", description = "One line of JSON on standard output instead of tables.")
    private boolean json;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description = "Name of the results folder, bench/results/<date>-NAME; the benchmark's name if not given.")
    private @Nullable String topic;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description = "Where results folders are made: bench/results if not given.")
    private Path results = Path.of("bench", "results");

    @Option(names = "--no-results", description = "Keep nothing: only print.")
    private boolean noResults;

    private @Nullable Environment environment;

    /** Options that take the date from this machine. */
    public OutputOptions() {
        this(Clock.system(ZoneId.systemDefault()));
    }

    OutputOptions(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes the results folder and looks at the machine. Call it before measuring.
     *
     * @param benchmark the benchmark's name, the usual topic
     * @return null when nothing is to be kept
     * @throws CommandFailure when the topic cannot name a folder, the folder exists, or it cannot be made
     */
    public @Nullable ResultsFolder open(Console console, String benchmark) {
        String name = topic == null ? benchmark : topic;
        if (!Names.isFileName(name)) {
            throw CommandFailure.wrongCall("'" + name + "' cannot name a results folder; --topic takes " + Names.RULE);
        }
        environment = Environment.take(console, clock);
        return noResults
                ? null
                : ResultsFolder.create(console.resolve(results).resolve(LocalDate.now(clock) + "-" + name));
    }

    /** As {@link #open}, for a benchmark that keeps nothing unless it is given a topic. */
    public @Nullable ResultsFolder openIfNamed(Console console, String benchmark) {
        noResults = noResults || topic == null;
        return open(console, benchmark);
    }

    /**
     * Prints a report on standard output, then keeps it in the folder, the raw data first.
     *
     * @param folder from {@link #open}
     * @throws CommandFailure when a file cannot be written; the figures were printed by then
     */
    public void publish(Console console, @Nullable ResultsFolder folder, Report report) {
        Environment taken = environment == null ? Environment.take(console, clock) : environment;
        Publication publication = new Publication(benchmark.name(), CommandText.of(benchmark), taken, report);
        String place = folder == null ? null : shown(console, folder.directory());
        if (json) {
            console.out().println(JsonForm.of(publication, place));
        } else {
            console.out().print(TextForm.of(publication));
        }
        console.out().flush();
        if (folder != null) {
            write(publication, folder);
            console.err().println("report: " + place + "/report.html");
        }
    }

    private static void write(Publication publication, ResultsFolder folder) {
        Report report = publication.report();
        Environment taken = publication.environment();
        report.histograms()
                .forEach(recording -> folder.write(
                        recording.name() + ".hlog",
                        HistogramLog.of(
                                recording,
                                publication.benchmark(),
                                taken.takenAt().toInstant())));
        report.tables().forEach(table -> folder.write(table.name() + ".csv", CsvForm.of(table)));
        folder.write("env.json", JsonForm.of(taken));
        folder.write("command.txt", publication.commandLine() + "\n");
        folder.write("report.html", HtmlForm.of(publication, folder.fileNames()));
        folder.write("README.md", MarkdownForm.of(publication, folder.fileNames()));
    }

    /** A path as short as it can be said where the console stands. */
    private static String shown(Console console, Path path) {
        Path here = console.workingDirectory();
        return (path.startsWith(here) ? here.relativize(path) : path).toString();
    }

    public boolean isJson() {
        return json;
    }
}
