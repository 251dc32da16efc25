package io.strowger.bench.jmh;

import io.strowger.bench.rig.ForgetfulStorage;
import io.strowger.engine.internal.LittleEndian;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.record.RecordLayout;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Appending a record to the journal: checksums and the batch, without the disk. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JournalBenchmark {
    private static final int SEGMENT_BYTES = 1 << 30;

    private byte[] record = {};
    private int length;
    private Journal journal;

    @Setup
    public void open() {
        DemoMessages demo = new DemoMessages();
        SampleRecord sample = new SampleRecord(demo.messages[0], demo.analyses[0]);
        length = sample.encode(1);
        record = sample.array();
        JournalConfig config = new JournalConfig(
                Path.of("nowhere"), SEGMENT_BYTES, JournalConfig.DEFAULT_BATCH_BYTES, Long.MAX_VALUE, 0);
        journal = Journal.open(config, new ForgetfulStorage());
    }

    /** Returns the record's sequence. */
    @Benchmark
    public long append() {
        LittleEndian.putLong(record, RecordLayout.SEQUENCE, journal.appendedSequence() + 1);
        journal.append(record, 0, length);
        return journal.appendedSequence();
    }

    @TearDown
    public void close() {
        journal.close();
    }
}
