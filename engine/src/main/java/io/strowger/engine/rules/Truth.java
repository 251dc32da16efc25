package io.strowger.engine.rules;

/**
 * A part of a condition that is true, false, or missing because it asked for something that the message does not have (or
 * that can't be computed, like a division by zero). Missing is what CEL calls an error: {@code &&} and {@code ||} absorb it
 * where the other side decides, everything else passes it on. Immutable, without allocation.
 */
abstract class Truth implements Condition {
    static final int MISSING = -1;
    static final int FALSE = 0;
    static final int TRUE = 1;

    /** {@link #TRUE}, {@link #FALSE} or {@link #MISSING}. */
    abstract int of(RuleInput input);

    @Override
    public final boolean holds(RuleInput input) {
        int value = of(input);
        if (value == MISSING) {
            input.countMissingKey();
        }
        return value == TRUE;
    }

    static int of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** The same for every message. */
    static final class Constant extends Truth {
        private final int value;

        Constant(int value) {
            this.value = value;
        }

        @Override
        int of(RuleInput input) {
            return value;
        }
    }

    /** Both hold. False as soon as one is false. */
    static final class And extends Truth {
        private final Truth left;
        private final Truth right;

        And(Truth left, Truth right) {
            this.left = left;
            this.right = right;
        }

        @Override
        int of(RuleInput input) {
            int first = left.of(input);
            if (first == FALSE) {
                return FALSE;
            }
            int second = right.of(input);
            return second == FALSE ? FALSE : Math.min(first, second);
        }
    }

    /** One holds at least. */
    static final class Or extends Truth {
        private final Truth left;
        private final Truth right;

        Or(Truth left, Truth right) {
            this.left = left;
            this.right = right;
        }

        @Override
        int of(RuleInput input) {
            int first = left.of(input);
            if (first == TRUE) {
                return TRUE;
            }
            int second = right.of(input);
            return second == TRUE ? TRUE : Math.min(first, second);
        }
    }

    /** The opposite; what is missing stays missing. */
    static final class Not extends Truth {
        private final Truth operand;

        Not(Truth operand) {
            this.operand = operand;
        }

        @Override
        int of(RuleInput input) {
            int value = operand.of(input);
            return value == MISSING ? MISSING : TRUE - value;
        }
    }

    /** Two truth values are the same. */
    static final class Same extends Truth {
        private final Truth left;
        private final Truth right;

        Same(Truth left, Truth right) {
            this.left = left;
            this.right = right;
        }

        @Override
        int of(RuleInput input) {
            int first = left.of(input);
            if (first == MISSING) {
                return MISSING;
            }
            int second = right.of(input);
            return second == MISSING ? MISSING : of(first == second);
        }
    }

    /** One of two, as a third says. */
    static final class Choice extends Truth {
        private final Truth condition;
        private final Truth yes;
        private final Truth no;

        Choice(Truth condition, Truth yes, Truth no) {
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }

        @Override
        int of(RuleInput input) {
            int value = condition.of(input);
            return value == MISSING ? MISSING : (value == TRUE ? yes : no).of(input);
        }
    }
}
