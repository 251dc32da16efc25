package io.strowger.verticles.deep;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Pauses that double with each failure, up to a limit, until something succeeds. Any thread. */
final class Backoff {
    private static final long POLL_NANOS = Duration.ofMillis(20).toNanos();

    private final long firstNanos;
    private final long longestNanos;
    private long nextNanos;

    Backoff(Duration first, Duration longest) {
        firstNanos = first.toNanos();
        longestNanos = longest.toNanos();
        nextNanos = firstNanos;
    }

    synchronized void succeeded() {
        nextNanos = firstNanos;
    }

    /** How long to wait before the next try. */
    synchronized Duration failed() {
        long pause = nextNanos;
        nextNanos = Math.min(2 * nextNanos, longestNanos);
        return Duration.ofNanos(pause);
    }

    /** Waits that long on the calling thread, or until nobody is interested any more. */
    void await(Duration pause, BooleanSupplier isOver) {
        long until = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !isOver.getAsBoolean(); left = until - System.nanoTime()) {
            LockSupport.parkNanos(this, Math.min(left, POLL_NANOS));
        }
    }
}
