package io.strowger.bench.rig;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends as fast as there is room: it finds out how much a target can take, and nothing about how long it takes. While there is
 * no room it sleeps, as a spinning sender would take a processor from those who make room. One thread.
 */
final class ClosedLoop {
    private static final long NAP_NANOS = 100_000;

    private final Clock clock;

    ClosedLoop(Clock clock) {
        this.clock = clock;
    }

    Sent run(Duration duration, long firstNumber, Target target) {
        long start = clock.nanos();
        long end = start + duration.toNanos();
        long number = firstNumber;
        long refused = 0;
        String failure = null;
        for (long now = start; now - end < 0 && failure == null; now = clock.nanos()) {
            target.poll();
            long taken = target.offer(number, now);
            if (taken >= 0) {
                number++;
            } else if (taken == Target.FULL) {
                refused++;
                clock.sleep(NAP_NANOS);
            } else {
                failure = "message " + number + " was not taken: " + target.reason(taken);
            }
        }
        return sent(number - firstNumber, refused, clock.nanos() - start, failure);
    }

    private static Sent sent(long sent, long refused, long elapsedNanos, @Nullable String failure) {
        return new Sent(sent, refused, elapsedNanos, elapsedNanos, Histograms.ofNanos(), failure);
    }
}
