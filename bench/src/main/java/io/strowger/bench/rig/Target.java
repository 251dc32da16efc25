package io.strowger.bench.rig;

/** What a generator sends to. Called by the generator's thread only. */
@FunctionalInterface
public interface Target {
    /** There is no room now; the generator offers the message again, with the same intended time. */
    long FULL = -1;

    /**
     * Sends a message, without waiting.
     *
     * @param number of the message; each is taken once, in rising order
     * @param intendedNanos when it was meant to be sent, on the scale of {@link System#nanoTime()}
     * @return 0 or more when it was taken, {@link #FULL}, or another negative number: that one ends the run
     */
    long offer(long number, long intendedNanos);

    /**
     * What else the generator's thread does between messages: receive, answer. Called at least once a message and again
     * every millisecond or more often while the next one is not due; must return within microseconds.
     *
     * @return whether there was something to do
     */
    default boolean poll() {
        return false;
    }

    /** A sentence about a refusal other than {@link #FULL}. */
    default String reason(long refusal) {
        return "it was refused with code " + refusal;
    }
}
