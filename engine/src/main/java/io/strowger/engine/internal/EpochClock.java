package io.strowger.engine.internal;

/** The wall clock, injected so that tests and simulations decide what time it is. */
@FunctionalInterface
public interface EpochClock {
    /** Nanoseconds since the epoch. May go back: whoever needs a time that never does keeps the highest. */
    long nanos();

    /** The machine's clock, in steps of a millisecond. Reading it allocates nothing. */
    static EpochClock system() {
        return SystemEpochClock.INSTANCE;
    }
}
