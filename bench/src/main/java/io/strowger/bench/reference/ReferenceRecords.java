package io.strowger.bench.reference;

import io.strowger.engine.command.Command;
import io.strowger.engine.command.CommandKind;
import io.strowger.engine.command.Reclassify;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordWriter;
import io.strowger.models.Analysis;

/** Writes what the reference decided as the record that the engine should have written. Owned by one thread. */
public final class ReferenceRecords {
    private final ByteWriter commandBytes = new ByteWriter(1 << 10, RecordLayout.MAX_RECORD_BYTES);
    private final ByteWriter recordBytes = new ByteWriter(1 << 10, RecordLayout.MAX_RECORD_BYTES);
    private final RecordWriter writer = new RecordWriter();
    private final Bytes record = new Bytes();

    /**
     * The record of an answer, empty when it has no events; valid until the next call. Its checksum is not filled.
     *
     * @param now epoch nanoseconds
     * @param organization number of the organization, or {@link RecordLayout#ENGINE}
     * @param modelVersion who analyzed, for messages
     * @param analysis of a message, with stable label numbers; else not looked at
     */
    public Bytes record(
            Answer answer, long now, int organization, Command command, long modelVersion, Analysis analysis) {
        record.clear();
        if (answer.events.isEmpty()) {
            return record;
        }
        commandBytes.clear();
        command.write(commandBytes);
        Bytes content = new Bytes().set(commandBytes.array(), 0, commandBytes.position());
        writer.begin(recordBytes, answer.decision.sequence, now, command.kind(), organization, content);
        if (command.kind() == CommandKind.RECEIVE_MESSAGE) {
            writer.analysis(modelVersion, analysis);
        } else if (command instanceof Reclassify reclassify) {
            writer.analysis(reclassify.modelVersion, reclassify.analysis);
        }
        answer.events.forEach(emitted -> writer.emit(emitted.organization(), emitted.event()));
        return record.set(recordBytes.array(), 0, writer.end());
    }
}
