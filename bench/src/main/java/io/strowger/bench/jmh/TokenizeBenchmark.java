package io.strowger.bench.jmh;

import io.strowger.bench.rig.Texts;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.text.NgramScanner;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A text's features: words, n-grams, capitals, punctuation; without any weights. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TokenizeBenchmark {
    static final long SEED = 1_891;

    /** What the shipped models' buckets have. */
    private static final int BITS = 16;

    /** Bytes of a text. */
    @Param({"100", "1000"})
    public int textBytes;

    private final NgramScanner scanner = new NgramScanner(BITS, BITS);
    private Texts texts;
    private long number;

    @Setup
    public void draw() {
        texts = Texts.load(textBytes, SEED);
    }

    /** Returns the number of features. */
    @Benchmark
    public int text() {
        Bytes text = texts.text(number++);
        scanner.scan(text.array(), text.offset(), text.length());
        scanner.readLanguage(NgramScanner.MAX_LANGUAGE_LETTERS);
        return scanner.messageCount() + scanner.languageCount();
    }
}
