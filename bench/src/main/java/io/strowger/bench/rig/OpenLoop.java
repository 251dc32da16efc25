package io.strowger.bench.rig;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * An open-loop generator, after the load rig of the Aeron benchmarks: the schedule stamps the messages, not the clock. A
 * message that can't be sent in time is sent late under its intended time, and those behind it don't move, so that a stall
 * of the target shows in the figures of every message that it held up.
 *
 * <p>Far from the next message it sleeps, near to it, it spins. Owned by one thread; allocates nothing while it sends.
 */
public final class OpenLoop {
    /** How long before a message it stops sleeping. */
    public static final Duration WAKES_BEFORE = Duration.ofNanos(100_000);

    /** How late a message may become before the run is given up. */
    public static final Duration GIVES_UP_AFTER = Duration.ofSeconds(10);

    /** A full target has thousands of messages to work off; spinning would take a processor from it. */
    private static final long FULL_NAP_NANOS = 50_000;

    private static final long LONGEST_SLEEP_NANOS = 1_000_000;

    private final Clock clock;
    private final long wakesBeforeNanos;
    private final long givesUpAfterNanos;

    private long refused;
    private @Nullable String failure;

    /** A generator that runs by the machine's clock. */
    public OpenLoop() {
        this(Clock.SYSTEM, WAKES_BEFORE, GIVES_UP_AFTER);
    }

    /**
     * @param wakesBefore how long before a message it stops sleeping
     * @param givesUpAfter how late a message may become
     */
    public OpenLoop(Clock clock, Duration wakesBefore, Duration givesUpAfter) {
        this.clock = clock;
        this.wakesBeforeNanos = wakesBefore.toNanos();
        this.givesUpAfterNanos = givesUpAfter.toNanos();
    }

    /** Sends all messages that a schedule has from now on for a while, the first one now. Numbers begin with 0. */
    public Sent run(Schedule schedule, Duration duration, Target target) {
        return run(schedule, clock.nanos(), duration, 0, target);
    }

    /**
     * Sends all messages that a schedule has for an interval. A warm-up ends where the measured interval begins: two calls,
     * the second with a start of the first one's start plus its duration, leave no gap.
     *
     * @param startNanos when the first message is meant to be sent
     * @param duration length of the interval
     * @param firstNumber the number of the first message
     */
    public Sent run(Schedule schedule, long startNanos, Duration duration, long firstNumber, Target target) {
        Histogram late = Histograms.ofNanos();
        refused = 0;
        failure = null;
        long endNanos = startNanos + duration.toNanos();
        long number = firstNumber;
        for (long intended = startNanos; intended - endNanos < 0; intended = schedule.next(intended)) {
            Histograms.record(late, waitUntil(intended, target) - intended);
            if (!send(number, intended, target)) {
                break;
            }
            number++;
        }
        long elapsedNanos = Math.max(duration.toNanos(), clock.nanos() - startNanos);
        return new Sent(number - firstNumber, refused, duration.toNanos(), elapsedNanos, late, failure);
    }

    /** Polls the target at least once; returns when it is time, or at once when it is too late. */
    private long waitUntil(long intended, Target target) {
        while (true) {
            boolean worked = target.poll();
            long now = clock.nanos();
            long ahead = intended - now;
            if (ahead <= 0) {
                return now;
            }
            if (ahead > wakesBeforeNanos && !worked) {
                clock.sleep(Math.min(ahead - wakesBeforeNanos, LONGEST_SLEEP_NANOS));
            } else {
                clock.spin();
            }
        }
    }

    /** Offers a message until it is taken; false when the run is over. */
    private boolean send(long number, long intended, Target target) {
        long taken;
        while ((taken = target.offer(number, intended)) < 0) {
            if (taken != Target.FULL) {
                failure = "message " + number + " was not taken: " + target.reason(taken);
                return false;
            }
            refused++;
            if (clock.nanos() - intended > givesUpAfterNanos) {
                failure = "message " + number + " found no room until " + givesUpAfterNanos / 1_000_000
                        + " ms after its time";
                return false;
            }
            if (!target.poll()) {
                clock.sleep(FULL_NAP_NANOS);
            }
        }
        return true;
    }
}
