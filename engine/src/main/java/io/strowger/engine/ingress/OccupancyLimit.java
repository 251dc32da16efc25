package io.strowger.engine.ingress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How many slots messages may occupy, so that an accepted one waits no longer than it should: the rate at which the last
 * stage was seen to work off a backlog, times most of the longest wait, at most 7/8 of the ring. The last stage updates it,
 * producers read it.
 */
public final class OccupancyLimit {
    private static final VarHandle LIMIT;

    static {
        try {
            LIMIT = MethodHandles.lookup().findVarHandle(OccupancyLimit.class, "limit", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Never below this, or a slow first batch would refuse everything that could show a better rate. */
    private static final int FLOOR = 256;

    /**
     * A smaller backlog shows nothing: the stages may have waited for work. Far below the floor, since what is in use there is
     * the batch that just ended as well: a limit at its floor must be able to rise.
     */
    private static final int LEAST_BACKLOG = FLOOR / 4;

    /** Batches are seen together for so long: those behind a long one are short, and seem to be far quicker. */
    private static final long WINDOW_NANOS = 5_000_000;

    private static final double WEIGHT_OF_NEW = 0.2;

    /** The usual wait of a full ring, as a share of the longest: rates fall without notice. */
    private static final double USUAL_SHARE = 0.5;

    private static final double NANOS_PER_SECOND = 1e9;

    private final int ceiling;
    private final long maxWaitNanos;

    @SuppressWarnings("UnusedVariable") // through LIMIT
    private int limit;

    private double eventsPerSecond;
    private long windowEvents;
    private long windowNanos;
    private long backlogSinceNanos;
    private boolean backlogged;

    public OccupancyLimit(int ringSize, long maxWaitNanos) {
        this.ceiling = ringSize - ringSize / 8;
        this.maxWaitNanos = maxWaitNanos;
        this.limit = ceiling;
    }

    /** How many slots may be in use when a message enters. */
    public int slots() {
        return (int) LIMIT.getAcquire(this);
    }

    /**
     * Notes a finished batch. Only a batch that began with a backlog says anything about the rate.
     *
     * @param events how many events it had
     * @param backlog how many are waiting behind it
     * @param nowNanos on the scale of {@link System#nanoTime()}
     */
    public void batchFinished(int events, long backlog, long nowNanos) {
        if (backlogged) {
            windowEvents += events;
            windowNanos += nowNanos - backlogSinceNanos;
            if (windowNanos >= WINDOW_NANOS) {
                follow(windowEvents * NANOS_PER_SECOND / windowNanos);
                windowEvents = 0;
                windowNanos = 0;
            }
        }
        backlogged = backlog >= LEAST_BACKLOG;
        backlogSinceNanos = nowNanos;
    }

    private void follow(double rate) {
        eventsPerSecond = eventsPerSecond == 0 ? rate : eventsPerSecond + WEIGHT_OF_NEW * (rate - eventsPerSecond);
        double slots = eventsPerSecond * USUAL_SHARE * maxWaitNanos / NANOS_PER_SECOND;
        LIMIT.setRelease(this, (int) Math.min(ceiling, Math.max(Math.min(FLOOR, ceiling), slots)));
    }
}
