package io.strowger.engine.replay;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalReader;
import io.strowger.engine.record.RecordView;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Replays a journal. */
public final class Replay {
    private Replay() {}

    /**
     * Reads a journal twice: to learn what was, and to decide anew.
     *
     * @param journal open, with all its records from the first one on; nothing is written to it
     * @param configuration of one of its organizations, in place of that one's; null to decide with what was in force
     * @param progress told now and then how many records were read, of twice as many as there are
     * @throws IllegalArgumentException when the journal has no such organization, its beginning is gone, it has commands
     *     that can't be replayed, or the router refuses the configuration
     */
    public static ReplayResult run(
            Journal journal, @Nullable OrganizationConfiguration configuration, LongConsumer progress) {
        if (journal.oldestSequence() > 1) {
            throw new IllegalArgumentException("the journal's first record is " + journal.oldestSequence()
                    + "; a replay needs all of them, from the first one on");
        }
        Recording recording = new Recording();
        RecordView view = new RecordView();
        try (JournalReader reader = journal.reader(1)) {
            while (reader.next(view)) {
                recording.add(view);
                progress.accept(recording.records());
            }
        }
        recording.close();
        if (configuration != null && recording.directory().organization(configuration.id()) == null) {
            throw new IllegalArgumentException("the journal has no organization " + configuration.id());
        }
        Replayer replayer = new Replayer(recording, configuration);
        long read = recording.records();
        try (JournalReader reader = journal.reader(1)) {
            while (reader.next(view)) {
                replayer.replay(view);
                progress.accept(++read);
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
}
