package io.strowger.engine.pipeline;

import io.strowger.engine.command.Tick;
import io.strowger.engine.ingress.Responder;
import io.strowger.engine.internal.EpochClock;
import io.strowger.engine.record.RecordLayout;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Sleeps until the router's next deadline and publishes a tick then; one at a time, so that a slow ring is not flooded.
 * The deciding thread tells it the deadline.
 */
final class TickClock implements Runnable {
    private static final long LONGEST_SLEEP_NANOS = 1_000_000_000L;
    private static final long RETRY_NANOS = 1_000_000L;

    private final EpochClock clock;
    private final Tick tick = new Tick();
    private volatile long deadline = Long.MAX_VALUE;
    private volatile boolean tickInFlight;
    private volatile boolean stopped;
    private volatile @Nullable RingIngress ingress;
    private volatile @Nullable Thread thread;

    TickClock(EpochClock clock) {
        this.clock = clock;
    }

    /** Begins to tick through that door. */
    void start(RingIngress door, Thread ticker) {
        ingress = door;
        thread = ticker;
        ticker.start();
    }

    /** The deciding thread: this is the next deadline, epoch nanoseconds, {@link Long#MAX_VALUE} for none. */
    void deadlineIs(long next) {
        if (next != deadline) {
            boolean earlier = next < deadline;
            deadline = next;
            if (earlier) {
                LockSupport.unpark(thread);
            }
        }
    }

    /** The deciding thread: the tick was decided, the next one may come. */
    void tickDecided() {
        tickInFlight = false;
        LockSupport.unpark(thread);
    }

    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void run() {
        while (!stopped) {
            long untilDue = tickInFlight || deadline == Long.MAX_VALUE ? Long.MAX_VALUE : deadline - clock.nanos();
            if (untilDue > 0) {
                LockSupport.parkNanos(Math.min(untilDue, LONGEST_SLEEP_NANOS));
            } else if (!publish()) {
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }

    private boolean publish() {
        RingIngress door = ingress;
        tickInFlight = true;
        if (door != null && door.publishInternal(RecordLayout.ENGINE, tick, Responder.NONE, 0) >= 0) {
            return true;
        }
        tickInFlight = false;
        return false;
    }
}
