package io.strowger.verticles.simulation;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.journal.JournalException;
import io.strowger.engine.journal.JournalScan;
import io.strowger.engine.replay.Replay;
import io.strowger.engine.replay.ReplayFigures;
import io.strowger.engine.replay.ReplayResult;
import io.strowger.engine.rules.OrganizationCheck;
import io.strowger.verticles.cli.CommandFailure;
import io.strowger.verticles.cli.Console;
import io.strowger.verticles.cli.ExitCode;
import io.strowger.verticles.config.ConfigException;
import io.strowger.verticles.config.Durations;
import io.strowger.verticles.config.OrganizationReport;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code replay}: what would have become of a journal's conversations with another configuration. */
@Command(
        name = "replay",
        description = {
            "Decide a journal's conversations anew, with another configuration, and say what would have been different.",
            "The journal is only read: the server that writes it may run, and what it has written up to then is taken."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./strowger replay --journal data/journal --configuration my-new-shop",
            "  ./strowger replay --journal data/journal --json",
            "",
            "Without --configuration the journal's own decides again: nothing must differ, else the exit code is 1."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final double CONFIDENCE = 0.95;
    private static final int STEP = 100_000;
    private static final int MOST_CHANGES = 10_000;

    private final Console console;

    @Option(names = "--journal", required = true, paramLabel = "DIR", description = "The journal's directory.")
    private Path journal = Path.of("");

    @Option(
            names = "--configuration",
            paramLabel = "DIR",
            description = "The organization that decides in place of the journal's one with the same id.")
    private @Nullable Path configuration;

    @Option(
            names = "--service-level",
            paramLabel = "TIME",
            description = "The time of the service level: ${DEFAULT-VALUE} if not given.")
    private String serviceLevel = "20s";

    @Option(
            names = "--changes",
            paramLabel = "N",
            description = "How many of the largest changes to show: ${DEFAULT-VALUE} if not given.")
    private int changes = 50;

    @Option(names = "--json", description = "One line of JSON instead of a table.")
    private boolean json;

    ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (changes < 0 || changes > MOST_CHANGES) {
            throw CommandFailure.wrongCall("--changes is " + changes + ", it must be 0 to " + MOST_CHANGES);
        }
        long serviceLevelNanos = serviceLevelNanos();
        OrganizationConfiguration replacement = configuration == null ? null : read(console.resolve(configuration));
        ReplayResult result = replay(console.resolve(journal), replacement);
        ReplayFigures figures = ReplayFigures.of(result, serviceLevelNanos, CONFIDENCE);
        if (json) {
            console.out().println(ReplayJson.of(result, figures, changes, serviceLevelNanos));
        } else {
            new ReplayTable(result, figures, console.out()).print(serviceLevel, changes);
        }
        return replacement == null && figures.differing() > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }

    private long serviceLevelNanos() {
        try {
            return Durations.parse(serviceLevel).toNanos();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall("--service-level: " + e.getMessage());
        }
    }

    private OrganizationConfiguration read(Path directory) {
        OrganizationReport report = OrganizationReport.of(directory, new OrganizationCheck());
        OrganizationConfiguration read = report.configuration();
        if (read == null || !report.isUsable()) {
            throw CommandFailure.wrongCall(
                    "the configuration can't be used\n" + new ConfigException(report.errors()).getMessage());
        }
        return read;
    }

    private ReplayResult replay(Path directory, @Nullable OrganizationConfiguration replacement) {
        requireJournal(directory);
        try {
            return Replay.run(() -> JournalScan.of(directory), replacement, records -> {
                if (records % STEP == 0) {
                    console.err().printf(Locale.ROOT, "replaying: %,d records read%n", records);
                }
            });
        } catch (JournalException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongCall("the journal can't be replayed: " + e.getMessage());
        }
    }

    private static void requireJournal(Path directory) {
        try {
            JournalScan.of(directory).close();
        } catch (JournalException e) {
            throw CommandFailure.wrongCall(String.valueOf(e.getMessage()));
        }
    }
}
