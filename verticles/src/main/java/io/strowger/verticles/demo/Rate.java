package io.strowger.verticles.demo;

/** How fast a count grows, from one look to the next, a little smoothed. One thread. */
final class Rate {
    private static final double WEIGHT_OF_NEW = 0.3;
    private static final double NANOS_PER_SECOND = 1e9;

    private long lastCount;
    private long lastNanos = System.nanoTime();
    private double perSecond = -1;

    double of(long count) {
        long now = System.nanoTime();
        double current = (count - lastCount) * NANOS_PER_SECOND / Math.max(1, now - lastNanos);
        perSecond = perSecond < 0 ? current : perSecond + WEIGHT_OF_NEW * (current - perSecond);
        lastCount = count;
        lastNanos = now;
        return perSecond;
    }
}
