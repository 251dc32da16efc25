package io.strowger.bench.rig;

/** Time that passes by being looked at. */
final class FakeClock implements Clock {
    long now = 1_000_000;
    long sleptNanos;
    long sleeps;

    /** What each look at the clock costs. */
    long lookNanos = 10;

    /** How much too long a sleep takes. */
    long oversleepNanos;

    @Override
    public long nanos() {
        return now += lookNanos;
    }

    @Override
    public void sleep(long nanos) {
        sleeps++;
        sleptNanos += nanos;
        now += nanos + oversleepNanos;
    }

    @Override
    public void spin() {
        now += 1;
    }
}
