package io.strowger.bench.peers;

import io.strowger.bench.rig.OpenLoop;
import io.strowger.bench.rig.Schedule;
import io.strowger.bench.rig.Sent;
import io.strowger.bench.rig.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Measures a pipeline of this process. Each turn begins with a new one, so that all turns meet the same state. */
final class InProcessContender implements Contender {
    private static final long ROOM_COMES_NANOS = 50_000;

    private final String name;
    private final Conditions conditions;
    private final Factory factory;

    /** Makes the pipeline of a turn. */
    @FunctionalInterface
    interface Factory {
        Pipeline make() throws IOException;
    }

    InProcessContender(String name, Conditions conditions, Factory factory) {
        this.name = name;
        this.conditions = conditions;
        this.factory = factory;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Conditions conditions() {
        return conditions;
    }

    @Override
    public void start() {}

    @Override
    public Figures measure(Load load, Duration duration) throws Exception {
        try (Pipeline pipeline = factory.make()) {
            return load.isSaturated()
                    ? saturated(pipeline, duration)
                    : atRate(pipeline, load.messagesPerSecond(), duration);
        }
    }

    private static Figures atRate(Pipeline pipeline, int rate, Duration duration)
            throws TurnFailedException, InterruptedException {
        OpenLoop loop = new OpenLoop();
        Sent warmUp = loop.run(Schedule.steady(rate), duration.dividedBy(2), pipeline);
        pipeline.awaitAnswers(warmUp.sent());
        pipeline.reset();
        Sent sent = loop.run(Schedule.steady(rate), System.nanoTime(), duration, warmUp.sent(), pipeline);
        if (!sent.isRateReached()) {
            throw new TurnFailedException(
                    sent.failure() != null
                            ? sent.failure()
                            : "it took " + Math.round(sent.achievedPerSecond()) + " of " + rate + " messages/s");
        }
        pipeline.awaitAnswers(warmUp.sent() + sent.sent());
        return Figures.decisions(pipeline.decided().copy());
    }

    private static Figures saturated(Pipeline pipeline, Duration duration)
            throws TurnFailedException, InterruptedException {
        long before = send(pipeline, 0, duration.dividedBy(2));
        pipeline.awaitAnswers(before);
        long start = System.nanoTime();
        long after = send(pipeline, before, duration);
        pipeline.awaitAnswers(after);
        double seconds = (double) (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1);
        return Figures.throughput((after - before) / seconds);
    }

    /** Sends as much as is taken; returns the number behind the last message's. */
    private static long send(Pipeline pipeline, long firstNumber, Duration duration) throws TurnFailedException {
        long number = firstNumber;
        long now = System.nanoTime();
        long end = now + duration.toNanos();
        while (now - end < 0) {
            long taken = pipeline.offer(number, now);
            if (taken >= 0) {
                number++;
            } else if (taken == Target.FULL) {
                LockSupport.parkNanos(ROOM_COMES_NANOS); // spinning would take the processor from who makes room
            } else {
                throw new TurnFailedException("message " + number + " was not taken: " + pipeline.reason(taken));
            }
            now = System.nanoTime();
        }
        return number;
    }

    @Override
    public void close() {}
}
