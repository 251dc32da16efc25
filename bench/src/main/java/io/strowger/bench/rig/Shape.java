package io.strowger.bench.rig;

/** How a load is spread: over time, and over conversations. */
public enum Shape {
    /** Equal distances, all conversations alike. */
    STEADY,
    /** Independent arrivals, all conversations alike. */
    POISSON,
    /** Ten times the rate for a tenth of the time, all conversations alike. */
    BURST,
    /** Independent arrivals, of which a few conversations and organizations have the most (Zipf). */
    SKEW;

    /** When the messages of this shape are sent. */
    public Schedule schedule(double perSecond, long seed) {
        return switch (this) {
            case STEADY -> Schedule.steady(perSecond);
            case POISSON, SKEW -> Schedule.poisson(perSecond, seed);
            case BURST -> Schedule.burst(perSecond);
        };
    }
}
