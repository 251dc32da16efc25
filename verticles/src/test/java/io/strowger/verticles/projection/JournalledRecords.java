package io.strowger.verticles.projection;

import io.strowger.engine.CommittedRecords;
import io.strowger.engine.command.Command;
import io.strowger.engine.configuration.Directory;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.journal.JournalReader;
import io.strowger.engine.record.RecordWriter;
import io.strowger.models.Analysis;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records as a test wants them, in a real journal: nobody decides them. */
final class JournalledRecords implements CommittedRecords, AutoCloseable {
    private final Journal journal;
    private final RecordWriter writer = new RecordWriter();
    private final ByteWriter out = new ByteWriter(1 << 12, 1 << 20);
    private final ByteWriter command = new ByteWriter(1 << 12, 1 << 20);
    private volatile Directory directory = Directory.EMPTY;

    JournalledRecords(Path directory) {
        JournalConfig usual = JournalConfig.in(directory);
        journal = Journal.open(new JournalConfig(directory, 4 << 20, usual.batchBytes(), 1L << 30, 0));
    }

    void name(int organization, OrganizationConfiguration configuration) {
        Names known = directory.organization(organization);
        directory = directory.with(
                known == null
                        ? Names.first(organization, configuration)
                        : known.next(known.version() + 1, configuration));
    }

    void label(List<String> labels) {
        directory = directory.with(NameTable.EMPTY.with(labels));
    }

    long nextSequence() {
        return journal.appendedSequence() + 1;
    }

    /** Appends a record with one command, an analysis if there is one, and some events. */
    void append(int organization, long epochNanos, Command input, @Nullable Analysis analysis, DomainEvent... events) {
        command.clear();
        input.write(command);
        Bytes bytes = new Bytes().set(command.array(), 0, command.position());
        writer.begin(out, nextSequence(), epochNanos, input.kind(), organization, bytes);
        if (analysis != null) {
            writer.analysis(1, analysis);
        }
        for (DomainEvent event : events) {
            writer.emit(organization, event);
        }
        journal.append(out.array(), 0, writer.end());
    }

    void commit() {
        journal.commit();
    }

    @Override
    public Directory directory() {
        return directory;
    }

    @Override
    public long durableSequence() {
        return journal.durableSequence();
    }

    @Override
    public JournalReader reader(long fromSequence) {
        return journal.reader(fromSequence);
    }

    @Override
    public void onDurable(Runnable wake) {
        journal.onDurable(wake);
    }

    @Override
    public void close() {
        journal.close();
    }
}
