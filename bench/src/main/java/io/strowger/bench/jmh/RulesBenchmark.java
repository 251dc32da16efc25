package io.strowger.bench.jmh;

import io.strowger.engine.rules.CelRuleCompiler;
import io.strowger.engine.rules.RuleInput;
import io.strowger.engine.rules.RuleOutcome;
import io.strowger.engine.rules.RuleSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The trial of all rules of the demo organization, compiled from CEL, on an analyzed message. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RulesBenchmark {
    private final RuleSet rules = new CelRuleCompiler().compile(DemoMessages.organization());
    private final DemoMessages messages = new DemoMessages();
    private final RuleInput input = new RuleInput();
    private final RuleOutcome outcome = new RuleOutcome();
    private int next;

    @Benchmark
    public RuleOutcome demo() {
        int number = next++ % messages.count();
        rules.evaluate(input.over(messages.messages[number], messages.analyses[number], messages.labels), outcome);
        return outcome;
    }
}
