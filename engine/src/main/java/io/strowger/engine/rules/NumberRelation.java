package io.strowger.engine.rules;

/** How two numbers can stand to each other. */
enum NumberRelation {
    EQUAL,
    DIFFERENT,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST;

    boolean holds(long left, long right) {
        return holds(Long.compare(left, right));
    }

    boolean holds(double left, double right) {
        return switch (this) {
            case EQUAL -> left == right;
            case DIFFERENT -> left != right;
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case GREATER -> left > right;
            case AT_LEAST -> left >= right;
        };
    }

    /** By their values, also where the whole number has more digits than a decimal one can hold. */
    boolean holds(long left, double right) {
        if (Double.isNaN(right)) {
            return this == DIFFERENT;
        }
        if (right >= 0x1p63) {
            return holds(-1);
        }
        if (right < -0x1p63) {
            return holds(1);
        }
        int byWhole = Long.compare(left, (long) right);
        return holds(byWhole != 0 ? byWhole : Double.compare(0, right - (long) right));
    }

    private boolean holds(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case DIFFERENT -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    /** The relation with its sides exchanged. */
    NumberRelation mirrored() {
        return switch (this) {
            case EQUAL, DIFFERENT -> this;
            case LESS -> GREATER;
            case AT_MOST -> AT_LEAST;
            case GREATER -> LESS;
            case AT_LEAST -> AT_MOST;
        };
    }
}
