package io.strowger.bench.jmh;

import io.strowger.bench.rig.Texts;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import io.strowger.models.TextAnalyzer;
import io.strowger.models.linear.InlineModels;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** All heads of the shipped model together, in one pass, as the ring's first stage asks them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AnalyzeBenchmark {
    /** Bytes of a text. */
    @Param({"100", "1000"})
    public int textBytes;

    private final TextAnalyzer analyzer = InlineModels.builtin();
    private final Analysis analysis = new Analysis();
    private Texts texts;
    private long number;

    @Setup
    public void draw() {
        texts = Texts.load(textBytes, TokenizeBenchmark.SEED);
    }

    @Benchmark
    public Analysis allHeads() {
        Bytes text = texts.text(number++);
        analyzer.analyze(text.array(), text.offset(), text.length(), analysis);
        return analysis;
    }
}
