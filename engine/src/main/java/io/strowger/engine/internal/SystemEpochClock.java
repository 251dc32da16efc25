package io.strowger.engine.internal;

/** The only place of the engine that reads the machine's wall clock. */
enum SystemEpochClock implements EpochClock {
    INSTANCE;

    private static final long NANOS_PER_MILLI = 1_000_000;

    @Override
    public long nanos() {
        return System.currentTimeMillis() * NANOS_PER_MILLI;
    }
}
