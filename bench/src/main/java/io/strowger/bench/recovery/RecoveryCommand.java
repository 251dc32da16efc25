package io.strowger.bench.recovery;

import io.strowger.bench.report.OutputOptions;
import io.strowger.bench.report.Report;
import io.strowger.bench.report.ResultsFolder;
import io.strowger.bench.rig.JavaProcess;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.strowger.verticles.cli.TemporaryDirectory;
import io.strowger.verticles.config.OrganizationFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench recovery}. */
@Command(
        name = "recovery",
        description = "Records applied a second at a start, and the time of a start by the journal's size.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./strowger bench recovery", "  ./strowger bench recovery --records 100000,3000000 --runs 3"})
public final class RecoveryCommand implements Callable<Integer> {
    private static final long LEAST_RECORDS = 1_000;
    private static final long MOST_RECORDS = 100_000_000;
    private static final int MOST_RUNS = 100;

    /** More than a record takes on average. */
    private static final long RECORD_BYTES = 600;

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--records",
            split = ",",
            paramLabel = "N",
            description = "Sizes of the journals, smallest first: 10000,100000,1000000 if not given.")
    private List<Long> records = List.of(10_000L, 100_000L, 1_000_000L);

    @Option(names = "--runs", paramLabel = "N", description = "Processes a figure: ${DEFAULT-VALUE} if not given.")
    private int runs = 5;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description =
                    "Where the journals are written, and removed afterwards: the directory for temporary files if not"
                            + " given.")
    private @Nullable Path directory;

    public RecoveryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        Path parent = directory == null ? Path.of(System.getProperty("java.io.tmpdir")) : console.resolve(directory);
        requireRoom(parent);
        OrganizationConfiguration organization =
                OrganizationFiles.read(console.home().resolve("conf/demo"));
        ResultsFolder folder = output.open(console, "recovery");
        try (TemporaryDirectory temporary = TemporaryDirectory.make(parent, "strowger-recovery-", () -> {})) {
            output.publish(console, folder, measure(temporary.path(), organization));
        } catch (IOException e) {
            throw CommandFailure.failed("no journal can be written in " + parent + ": " + e, e);
        }
        return ExitCode.DONE;
    }

    private Report measure(Path parent, OrganizationConfiguration organization) {
        List<RecoveryRuns> all = new ArrayList<>();
        for (long size : records) {
            console.err().printf(Locale.ROOT, "recovery: writing %,d records ...%n", size);
            all.add(new RecoveryRuns(JournalMaker.write(parent.resolve("journal-" + size), organization, size)));
        }
        for (int run = 1; run <= runs; run++) {
            console.err().println("recovery: run " + run + " of " + runs + " ...");
            for (RecoveryRuns each : all) {
                for (Measured measured : Measured.values()) {
                    each.add(measured, recover(measured, each.journal()));
                }
            }
        }
        return RecoveryReport.of(all, runs);
    }

    private static Recovered recover(Measured measured, WrittenJournal journal) {
        return Recovered.of(JavaProcess.run(
                RecoveringProcess.class,
                List.of(),
                List.of(measured.name(), journal.directory().toString(), Long.toString(journal.lastNanos()))));
    }

    private void check() {
        if (runs < 1 || runs > MOST_RUNS) {
            throw CommandFailure.wrongCall("--runs is " + runs + ", it must be 1 to " + MOST_RUNS);
        }
        long before = 0;
        for (long size : records) {
            if (size < LEAST_RECORDS || size > MOST_RECORDS || size <= before) {
                throw CommandFailure.wrongCall("--records is " + records + ": each number must be " + LEAST_RECORDS
                        + " to " + MOST_RECORDS + " and larger than the one before");
            }
            before = size;
        }
    }

    private void requireRoom(Path parent) {
        long needed = JournalConfig.DEFAULT_MINIMUM_FREE_BYTES;
        for (long size : records) {
            needed += size * RECORD_BYTES + 3L * JournalConfig.DEFAULT_SEGMENT_BYTES;
        }
        try {
            long usable = Files.getFileStore(parent).getUsableSpace();
            if (usable < needed) {
                throw CommandFailure.failed(String.format(
                        Locale.ROOT,
                        "the journals need %,d MB, and %s has %,d MB left: give another place with --directory, or fewer"
                                + " --records",
                        needed >> 20,
                        parent,
                        usable >> 20));
            }
        } catch (IOException e) {
            throw CommandFailure.wrongCall(parent + " cannot be used: " + e);
        }
    }
}
