package io.strowger.bench.jmh;

import io.strowger.engine.rules.Compilation.Compiled;
import io.strowger.engine.rules.Condition;
import io.strowger.engine.rules.ConditionCompiler;
import io.strowger.engine.rules.RuleInput;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One condition, compiled from CEL, on an analyzed message. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ConditionBenchmark {
    /** The condition in CEL. */
    @Param({
        "analysis.intent.label == \"get_refund\"",
        "analysis.urgency.label == \"high\" && analysis.urgency.confidence >= 0.5",
        "analysis.intent.label in [\"track_order\", \"delivery_period\", \"delivery_options\"]",
        "text.contains(\"invoice\")"
    })
    public String condition = "";

    private final DemoMessages demo = new DemoMessages();
    private final RuleInput input = new RuleInput();
    private Condition compiled;
    private int next;

    @Setup
    public void compile() {
        if (!(new ConditionCompiler().compile(condition) instanceof Compiled done)) {
            throw new IllegalArgumentException("the condition " + condition + " does not compile");
        }
        compiled = done.condition();
    }

    @Benchmark
    public boolean holds() {
        int number = next++ % demo.count();
        return compiled.holds(input.over(demo.messages[number], demo.analyses[number], demo.labels));
    }
}
