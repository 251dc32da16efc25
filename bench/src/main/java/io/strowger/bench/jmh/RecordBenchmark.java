package io.strowger.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The encoding of a message's record: the command, the analysis and four events. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecordBenchmark {
    final SampleRecord[] records = records();
    private int next;

    /** Returns the record's length in bytes. */
    @Benchmark
    public int encode() {
        int number = next++ % records.length;
        return records[number].encode(next);
    }

    private static SampleRecord[] records() {
        DemoMessages demo = new DemoMessages();
        SampleRecord[] records = new SampleRecord[demo.count()];
        for (int number = 0; number < records.length; number++) {
            records[number] = new SampleRecord(demo.messages[number], demo.analyses[number]);
        }
        return records;
    }
}
