package io.strowger.engine.configuration;

/** Which agent comes first. Codes are part of the configuration format. */
public enum Strategy {
    /** Whoever waits longest for work. */
    LONGEST_IDLE(0),
    /** Whoever has the smallest share of the capacity in use. */
    LEAST_LOADED(1),
    /** Whoever has the most capacity units left. */
    MOST_SPARE(2),
    /** Whoever has the fewest conversations of the channel's kind, offered ones included. */
    FEWEST_ACTIVE(3),
    /** Whoever was asked longest ago in this queue, counted in turns, not in time. */
    ROUND_ROBIN(4),
    /** Whoever got the fewest conversations in the present fairness window, for the time at work in it. */
    FEWEST_TODAY(5),
    /** Anybody: a generator in the state draws, and the draw is recorded. */
    RANDOM(6),
    /** Whoever has the required skills at the highest levels. */
    BEST_SCORE(7);

    private static final Strategy[] BY_CODE = values();

    private final int code;

    Strategy(int code) {
        this.code = code;
    }

    /** The number that stands for this in records; equal to the ordinal and never changed. */
    public int code() {
        return code;
    }

    /**
     * The value with that code.
     *
     * @throws IllegalArgumentException for an unknown code
     */
    public static Strategy ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no Strategy has the code " + code);
        }
        return BY_CODE[code];
    }
}
