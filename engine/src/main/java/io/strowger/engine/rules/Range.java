package io.strowger.engine.rules;

/**
 * Numbers between two ends, each of which belongs to it or not. Immutable.
 *
 * @param low the lower end
 * @param withLow whether that belongs to it
 * @param high the upper end
 * @param withHigh whether that belongs to it
 */
record Range(double low, boolean withLow, double high, boolean withHigh) {
    static final Range ALL = new Range(Double.NEGATIVE_INFINITY, true, Double.POSITIVE_INFINITY, true);

    /** The numbers of which a relation to another one holds; all of them for a relation that keeps out but one. */
    static Range of(NumberRelation relation, double value) {
        return switch (relation) {
            case EQUAL -> new Range(value, true, value, true);
            case DIFFERENT -> ALL;
            case LESS -> new Range(Double.NEGATIVE_INFINITY, true, value, false);
            case AT_MOST -> new Range(Double.NEGATIVE_INFINITY, true, value, true);
            case GREATER -> new Range(value, false, Double.POSITIVE_INFINITY, true);
            case AT_LEAST -> new Range(value, true, Double.POSITIVE_INFINITY, true);
        };
    }

    boolean isEmpty() {
        return low > high || low == high && !(withLow && withHigh);
    }

    /** What belongs to both. */
    Range and(Range other) {
        boolean ownLow = low > other.low || low == other.low && !withLow;
        boolean ownHigh = high < other.high || high == other.high && !withHigh;
        return new Range(
                ownLow ? low : other.low,
                ownLow ? withLow : other.withLow,
                ownHigh ? high : other.high,
                ownHigh ? withHigh : other.withHigh);
    }

    /** The smallest range with all that belongs to one of them. */
    Range span(Range other) {
        if (isEmpty()) {
            return other;
        } else if (other.isEmpty()) {
            return this;
        }
        boolean ownLow = low < other.low || low == other.low && withLow;
        boolean ownHigh = high > other.high || high == other.high && withHigh;
        return new Range(
                ownLow ? low : other.low,
                ownLow ? withLow : other.withLow,
                ownHigh ? high : other.high,
                ownHigh ? withHigh : other.withHigh);
    }

    /** Whether all that belongs to this one belongs to the other. */
    boolean isWithin(Range other) {
        return and(other).equals(this);
    }
}
