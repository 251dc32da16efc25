package io.strowger.bench.jmh;

import io.strowger.engine.internal.LittleEndian;
import io.strowger.engine.journal.Journal;
import io.strowger.engine.journal.JournalConfig;
import io.strowger.engine.record.RecordLayout;
import io.strowger.verticles.cli.TemporaryDirectory;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Making a batch of records durable: append, write, and force to the disk that holds temporary files. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CommitBenchmark {
    private static final int COMMITS_BETWEEN_DELETIONS = 1_024;

    /** Records of a batch. */
    @Param({"1", "64"})
    public int records;

    private byte[] record = {};
    private int length;
    private TemporaryDirectory directory;
    private Journal journal;
    private int commits;

    @Setup
    public void open() throws IOException {
        DemoMessages demo = new DemoMessages();
        SampleRecord sample = new SampleRecord(demo.messages[0], demo.analyses[0]);
        length = sample.encode(1);
        record = sample.array();
        directory = TemporaryDirectory.make("strowger-commit-");
        journal = Journal.open(JournalConfig.in(directory.path()));
    }

    /** Returns the sequence up to which everything is durable. */
    @Benchmark
    public long force() {
        for (int count = 0; count < records; count++) {
            LittleEndian.putLong(record, RecordLayout.SEQUENCE, journal.appendedSequence() + 1);
            journal.append(record, 0, length);
        }
        journal.commit();
        if (++commits % COMMITS_BETWEEN_DELETIONS == 0) {
            journal.deleteBefore(journal.durableSequence());
        }
        return journal.durableSequence();
    }

    @TearDown
    public void close() {
        journal.close();
        directory.close();
    }
}
