package io.strowger.verticles.demo;

import java.io.PrintStream;
import java.util.Locale;

/** A line every few seconds, where no terminal is. */
final class PlainWatcher implements Watcher {
    private static final long INTERVAL_MILLIS = 3_000;

    private final PrintStream out;
    private final Rate rate = new Rate();

    PlainWatcher(PrintStream out) {
        this.out = out;
    }

    @Override
    public long intervalMillis() {
        return INTERVAL_MILLIS;
    }

    @Override
    public void show(StagePicture picture) {
        TallyPicture tally = picture.tally();
        int waiting = picture.queues().stream().mapToInt(QueuePicture::waiting).sum();
        long working = picture.agents().stream()
                .filter(agent -> agent.mood() == AgentPicture.Mood.WORKING)
                .count();
        out.printf(
                Locale.ROOT,
                "%3.0f s  %d messages (%.0f/s), %d waiting, %d agents at work, %d completed; decided p99 %s, answered p99 %s%n",
                picture.elapsedSeconds(),
                tally.answered(),
                rate.of(tally.answered()),
                waiting,
                working,
                tally.completed(),
                Nanos.shown(tally.decisions().getValueAtPercentile(99)),
                Nanos.shown(tally.answers().getValueAtPercentile(99)));
    }

    @Override
    public void close() {}
}
