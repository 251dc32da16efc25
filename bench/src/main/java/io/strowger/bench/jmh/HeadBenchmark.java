package io.strowger.bench.jmh;

import io.strowger.bench.rig.Texts;
import io.strowger.engine.internal.Bytes;
import io.strowger.models.linear.InlineModels;
import io.strowger.models.linear.TextClassifier;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One head of the shipped model by itself, its tokenising included; {@code language} is the identification of languages. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HeadBenchmark {
    /** The model's task. */
    @Param({"language", "intent", "sentiment", "emotion", "urgency"})
    public String head = "";

    private final Texts texts = Texts.load(Texts.USUAL_BYTES, TokenizeBenchmark.SEED);
    private TextClassifier classifier;
    private long number;

    @Setup
    public void load() {
        classifier = InlineModels.builtinModel().classifier(head);
    }

    /** Returns the label's index. */
    @Benchmark
    public int classify() {
        Bytes text = texts.text(number++);
        return classifier.classify(text.array(), text.offset(), text.length());
    }

    String label(int index) {
        return classifier.labels().get(index);
    }
}
