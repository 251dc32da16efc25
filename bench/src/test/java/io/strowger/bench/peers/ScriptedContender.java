package io.strowger.bench.peers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** Measures what it was told to, and writes down what is asked of it. */
final class ScriptedContender implements Contender {
    private final String name;
    private final List<String> diary;
    private final double[] throughputs;
    private int turns;

    /**
     * @param diary shared by the contenders of a comparison
     * @param throughputs of the turns; a negative one fails
     */
    ScriptedContender(String name, List<String> diary, double... throughputs) {
        this.name = name;
        this.diary = diary;
        this.throughputs = throughputs;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Conditions conditions() {
        return Conditions.JOURNAL;
    }

    @Override
    public void start() {
        diary.add("start " + name);
    }

    @Override
    public Figures measure(Load load, Duration duration) throws TurnFailedException {
        diary.add(name);
        double throughput = throughputs[turns++];
        if (throughput < 0) {
            throw new TurnFailedException("it fell over");
        }
        Histogram nanos = new Histogram(3);
        nanos.recordValue(Math.round(1e9 / throughput));
        return new Figures(Map.of(Metric.THROUGHPUT, throughput), nanos);
    }

    @Override
    public void close() {
        diary.add("close " + name);
    }
}
