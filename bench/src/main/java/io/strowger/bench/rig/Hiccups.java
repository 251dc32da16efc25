package io.strowger.bench.rig;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * The machine's own stalls, as any thread feels them: a thread sleeps a millisecond again and again and records by how much
 * longer it took than the shortest time it ever took. After a long stall it records what sleepers in the meantime would
 * have felt, too. The method is jHiccup's.
 */
public final class Hiccups implements AutoCloseable {
    private static final long SLEEP_NANOS = 1_000_000;
    private static final double MOST_OF_A_TAIL = 0.2;
    private static final double TAIL = 99.9;
    private static final Duration JOIN = Duration.ofSeconds(5);

    private final Clock clock;
    private final Histogram histogram = Histograms.ofNanos();
    private final Thread thread = new Thread(this::run, "bench-hiccups");
    private long shortestNanos = Long.MAX_VALUE;
    private volatile boolean stopping;

    Hiccups(Clock clock) {
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Starts to watch the machine. */
    public static Hiccups start() {
        Hiccups hiccups = new Hiccups(Clock.SYSTEM);
        hiccups.thread.start();
        return hiccups;
    }

    /** Stops watching and returns nanoseconds of stall, one for each millisecond watched. */
    public Histogram stop() {
        close();
        return histogram;
    }

    @Override
    public void close() {
        stopping = true;
        try {
            thread.join(JOIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Whether the machine's stalls are too large for a recording to be about anything else: their 99.9th percentile is
     * above a fifth of the recording's.
     */
    public static boolean isNoisy(Histogram hiccups, Histogram recorded) {
        return hiccups.getValueAtPercentile(TAIL) > MOST_OF_A_TAIL * recorded.getValueAtPercentile(TAIL);
    }

    /** Sleeps once, and records what it cost. */
    void sleepOnce() {
        long before = clock.nanos();
        clock.sleep(SLEEP_NANOS);
        long took = clock.nanos() - before;
        shortestNanos = Math.min(shortestNanos, took);
        long stall = took - shortestNanos;
        Histograms.record(histogram, stall);
        for (long missed = stall - SLEEP_NANOS; missed >= SLEEP_NANOS; missed -= SLEEP_NANOS) {
            Histograms.record(histogram, missed);
        }
    }

    Histogram histogram() {
        return histogram;
    }

    private void run() {
        while (!stopping) {
            sleepOnce();
        }
    }
}
