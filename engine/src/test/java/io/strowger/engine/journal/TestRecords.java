package io.strowger.engine.journal;

import io.strowger.engine.command.CommandKind;
import io.strowger.engine.internal.ByteWriter;
import io.strowger.engine.internal.Bytes;
import io.strowger.engine.record.RecordLayout;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.record.RecordWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Records whose content follows from their sequence and size, so that a reader can tell whether it got the right one. */
final class TestRecords {
    static final long EPOCH = 1_790_000_000_000_000_000L;

    private final RecordWriter writer = new RecordWriter();
    private final ByteWriter out = new ByteWriter(1 << 10, RecordLayout.MAX_RECORD_BYTES);
    private final Bytes command = new Bytes();

    /** Builds a record of a number of command bytes; returns its length. It is in {@link #array}. */
    int build(long sequence, int commandBytes) {
        byte[] content = new byte[commandBytes];
        new Random(sequence).nextBytes(content);
        writer.begin(
                out,
                sequence,
                EPOCH + sequence,
                CommandKind.RECEIVE_MESSAGE,
                0,
                command.set(content, 0, content.length));
        return writer.end();
    }

    byte[] array() {
        return out.array();
    }

    void append(Journal journal, int commandBytes) {
        int length = build(journal.appendedSequence() + 1, commandBytes);
        journal.append(array(), 0, length);
    }

    void appendAll(Journal journal, int count, int commandBytes) {
        for (int index = 0; index < count; index++) {
            append(journal, commandBytes);
        }
    }

    /** Whether a record is the one that {@link #build} makes. */
    static boolean isIntact(RecordView view) {
        Bytes command = view.command(new Bytes());
        byte[] content = new byte[command.length()];
        new Random(view.sequence()).nextBytes(content);
        return command.contentEquals(content, 0, content.length) && view.time() == EPOCH + view.sequence();
    }

    /** The sequences of all records; fails on one that is not intact. */
    static List<Long> sequences(Journal journal) {
        List<Long> sequences = new ArrayList<>();
        journal.recover(journal.oldestSequence(), view -> {
            if (!isIntact(view)) {
                throw new AssertionError("record " + view.sequence() + " is not as it was written");
            }
            sequences.add(view.sequence());
        });
        return sequences;
    }

    static List<Long> range(long from, long to) {
        List<Long> range = new ArrayList<>();
        for (long sequence = from; sequence <= to; sequence++) {
            range.add(sequence);
        }
        return range;
    }
}
