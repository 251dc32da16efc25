package io.strowger.engine.rules;

/** What can be asked about numbers. */
abstract class NumberTruth extends Truth {
    /** A relation between two whole numbers. */
    static final class Wholes extends NumberTruth {
        private final NumberRelation relation;
        private final Whole left;
        private final Whole right;

        Wholes(NumberRelation relation, Whole left, Whole right) {
            this.relation = relation;
            this.left = left;
            this.right = right;
        }

        @Override
        int of(RuleInput input) {
            long first = left.of(input);
            if (input.takeFailure()) {
                return MISSING;
            }
            long second = right.of(input);
            return input.takeFailure() ? MISSING : of(relation.holds(first, second));
        }
    }

    /** A relation between two decimal numbers. */
    static final class Reals extends NumberTruth {
        private final NumberRelation relation;
        private final Real left;
        private final Real right;

        Reals(NumberRelation relation, Real left, Real right) {
            this.relation = relation;
            this.left = left;
            this.right = right;
        }

        @Override
        int of(RuleInput input) {
            double first = left.of(input);
            if (input.takeFailure()) {
                return MISSING;
            }
            double second = right.of(input);
            return input.takeFailure() ? MISSING : of(relation.holds(first, second));
        }
    }

    /** A relation between a whole number and a decimal one. */
    static final class Mixed extends NumberTruth {
        private final NumberRelation relation;
        private final Whole left;
        private final Real right;

        Mixed(NumberRelation relation, Whole left, Real right) {
            this.relation = relation;
            this.left = left;
            this.right = right;
        }

        @Override
        int of(RuleInput input) {
            long first = left.of(input);
            if (input.takeFailure()) {
                return MISSING;
            }
            double second = right.of(input);
            return input.takeFailure() ? MISSING : of(relation.holds(first, second));
        }
    }

    /** A whole number is one of a list. */
    static final class WholeOneOf extends NumberTruth {
        private final Whole number;
        private final long[] wholes;
        private final double[] reals;

        WholeOneOf(Whole number, long[] wholes, double[] reals) {
            this.number = number;
            this.wholes = wholes;
            this.reals = reals;
        }

        @Override
        int of(RuleInput input) {
            long value = number.of(input);
            if (input.takeFailure()) {
                return MISSING;
            }
            for (long each : wholes) {
                if (each == value) {
                    return TRUE;
                }
            }
            for (double each : reals) {
                if (NumberRelation.EQUAL.holds(value, each)) {
                    return TRUE;
                }
            }
            return FALSE;
        }
    }

    /** A decimal number is one of a list. */
    static final class RealOneOf extends NumberTruth {
        private final Real number;
        private final long[] wholes;
        private final double[] reals;

        RealOneOf(Real number, long[] wholes, double[] reals) {
            this.number = number;
            this.wholes = wholes;
            this.reals = reals;
        }

        @Override
        int of(RuleInput input) {
            double value = number.of(input);
            if (input.takeFailure()) {
                return MISSING;
            }
            for (long each : wholes) {
                if (NumberRelation.EQUAL.holds(each, value)) {
                    return TRUE;
                }
            }
            for (double each : reals) {
                if (each == value) {
                    return TRUE;
                }
            }
            return FALSE;
        }
    }
}
