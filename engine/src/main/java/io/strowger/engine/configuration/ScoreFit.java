package io.strowger.engine.configuration;

/** How much an agent's level of a required skill counts under {@link Strategy#BEST_SCORE}. Codes are part of the configuration format. */
public enum ScoreFit {
    /** The share of what lies between the required level and 100: nothing at the required level, all at 100. */
    LINEAR(0),
    /** The logistic function of the surplus in parts of the required level; half at the required level, all if no level is required. */
    RELATIVE(1);

    private static final ScoreFit[] BY_CODE = values();

    private final int code;

    ScoreFit(int code) {
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
    public static ScoreFit ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no ScoreFit has the code " + code);
        }
        return BY_CODE[code];
    }
}
