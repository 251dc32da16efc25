package io.strowger.bench.jmh;

import io.strowger.bench.scale.Size;
import io.strowger.bench.scale.SizedRouter;
import io.strowger.bench.scale.Work;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A decision: the mean of a message, an accepted offer and a completed conversation, at several sizes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecideBenchmark {
    private static final int SIGNATURES = 64;

    /** Numbers of queues, agents and waiting conversations: each is raised by itself. */
    @Param({
        "1 queue, 10 agents, 10 waiting",
        "16 queues, 10 agents, 10 waiting",
        "1 queue, 1000 agents, 10 waiting",
        "1 queue, 10 agents, 10000 waiting"
    })
    public String size = "";

    /** Whether agents are free. */
    @Param({"BACKLOG", "IDLE"})
    public Work work = Work.BACKLOG;

    private SizedRouter router;

    @Setup
    public void build() {
        String[] words = size.split(" ", -1);
        router = new SizedRouter(new Size(number(words[4]), number(words[2]), SIGNATURES, number(words[0])), work);
    }

    @Benchmark
    @OperationsPerInvocation(SizedRouter.ROUND_DECISIONS)
    public long round() {
        return router.round();
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }
}
