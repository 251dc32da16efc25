package io.strowger.bench.report;

import io.strowger.verticles.cli.Console;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every benchmark has for what it says; a picocli mixin. */
public final class OutputOptions {
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

    /**
     * Makes the results folder. Call it before measuring.
     *
     * @param benchmark the benchmark's name, the usual topic
     * @return null when nothing is to be kept
     */
    public @Nullable ResultsFolder open(Console console, String benchmark) {
        if (noResults) {
            return null;
        }
        String name = LocalDate.now() + "-" + (topic == null ? benchmark : topic);
        return ResultsFolder.create(console.resolve(results).resolve(name));
    }

    /** Prints a report and keeps it in the folder. */
    public void publish(Console console, @Nullable ResultsFolder folder, Report report) {
        throw new UnsupportedOperationException();
    }

    public boolean isJson() {
        return json;
    }
}
