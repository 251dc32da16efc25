package io.strowger.engine.replay;

import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalReader;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.rules.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Replays a journal. */
public final class Replay {
    private Replay() {}

    /**
     * Reads a journal that is open twice.
     *
     * @param journal open, with all its records from the first one on; nothing is written to it
     * @see #run(Supplier, OrganizationConfiguration, LongConsumer)
     */
    public static ReplayResult run(
            Journal journal, @Nullable OrganizationConfiguration configuration, LongConsumer progress) {
        return run(() -> journal.reader(journal.oldestSequence()), configuration, progress);
    }

    /**
     * Reads a journal twice: to learn what was, and to decide anew.
     *
     * @param readers give readers of the journal, from its oldest record on; the second one is read as far as the first
     * @param configuration of one of its organizations, in place of that one's; null to decide with what was in force
     * @param progress told now and then how many records were read, of twice as many as there are
     * @throws IllegalArgumentException when the journal has no such organization or no record, its beginning is gone, it
     *     has commands that can't be replayed, or the router refuses the configuration
     */
    public static ReplayResult run(
            Supplier<JournalReader> readers, @Nullable OrganizationConfiguration configuration, LongConsumer progress) {
        Recording recording = new Recording();
        RecordView view = new RecordView();
        try (JournalReader reader = readers.get()) {
            if (reader.nextSequence() > 1) {
                throw new IllegalArgumentException("the journal's first record is " + reader.nextSequence()
                        + "; a replay needs all of them, from the first one on");
            }
            while (reader.next(view)) {
                recording.add(view);
                progress.accept(recording.records());
            }
        }
        recording.close();
        if (recording.records() == 0) {
            throw new IllegalArgumentException("the journal has no record yet");
        }
        requireOrganization(recording.directory(), configuration);
        Replayer replayer = new Replayer(recording, configuration);
        try (JournalReader reader = readers.get()) {
            for (long read = 1; read <= recording.records() && reader.next(view); read++) {
                replayer.replay(view);
                progress.accept(recording.records() + read);
            }
        }
        replayer.finish();
        return new ReplayResult(
                recording.directory(),
                replayer.directory(),
                recording.fates,
                replayer.fates(),
                replayer.pairs(),
                recording.records());
    }

    private static void requireOrganization(Directory directory, @Nullable OrganizationConfiguration configuration) {
        if (configuration == null || directory.organization(configuration.id()) != null) {
            return;
        }
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < directory.organizationCount(); number++) {
            Names names = directory.organization(number);
            if (names != null) {
                ids.add(names.configuration().id());
            }
        }
        throw new IllegalArgumentException("the journal has no organization " + configuration.id()
                + Suggestion.clause(configuration.id(), ids) + "; it has " + String.join(", ", ids)
                + ": the configuration's id must be one of these");
    }
}
