package io.strowger.bench.net;

/** Judges answers. Called by a run's two threads, never by both at once. */
public interface AnswerCheck {
    /** What an answer is. */
    enum Verdict {
        /** What the request asked for. */
        GOOD,
        /** A refusal for want of room: counted, not measured. */
        REFUSED,
        /** Anything else: the run is worth nothing. */
        WRONG
    }

    /**
     * Judges one answer. Allocates nothing when it is good.
     *
     * @param number of the request that it must be for, as given to {@link Requests#write}
     * @param from where the answer begins
     * @param to behind its last byte
     */
    Verdict check(long number, int connection, byte[] bytes, int from, int to);
}
