package io.strowger.engine.ingress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How many slots messages may occupy, so that an accepted one waits no longer than it should: the rate at which the last
 * stage was seen to work off a backlog, times the longest wait, at most 7/8 of the ring. The last stage updates it, producers
 * read it.
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

    private static final double WEIGHT_OF_NEW = 0.2;
    private static final double NANOS_PER_SECOND = 1e9;

    private final int ceiling;
    private final long maxWaitNanos;

    @SuppressWarnings("UnusedVariable") // through LIMIT
    private int limit;

    private double eventsPerSecond;
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
        if (backlogged && nowNanos > backlogSinceNanos) {
            double rate = events * NANOS_PER_SECOND / (nowNanos - backlogSinceNanos);
            eventsPerSecond = eventsPerSecond == 0 ? rate : eventsPerSecond + WEIGHT_OF_NEW * (rate - eventsPerSecond);
            double slots = eventsPerSecond * maxWaitNanos / NANOS_PER_SECOND;
            LIMIT.setRelease(this, (int) Math.min(ceiling, Math.max(Math.min(FLOOR, ceiling), slots)));
        }
        backlogged = backlog > 0;
        backlogSinceNanos = nowNanos;
    }
}
