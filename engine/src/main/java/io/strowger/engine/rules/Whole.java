package io.strowger.engine.rules;

import io.strowger.engine.internal.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A part of a condition that is a whole number of 64 bits. What can't be computed calls {@link RuleInput#fail} and is 0;
 * whoever asks looks at that before it goes on. Immutable, without allocation.
 */
abstract class Whole {
    abstract long of(RuleInput input);

    /** Written in the condition itself. */
    static final class Constant extends Whole {
        private final long value;

        Constant(long value) {
            this.value = value;
        }

        @Override
        long of(RuleInput input) {
            return value;
        }
    }

    /** What was drawn for the conversation. */
    static final class Draw extends Whole {
        @Override
        long of(RuleInput input) {
            return input.draw();
        }
    }

    /** The number of characters (code points) of a text. */
    static final class Size extends Whole {
        private final Text text;

        Size(Text text) {
            this.text = text;
        }

        @Override
        long of(RuleInput input) {
            @Nullable Bytes value = text.of(input);
            if (value == null) {
                return input.fail();
            }
            byte[] array = value.array();
            int end = value.offset() + value.length();
            int characters = 0;
            for (int index = value.offset(); index < end; index++) {
                // Every character has one byte that does not continue another.
                if ((array[index] & 0xc0) != 0x80) {
                    characters++;
                }
            }
            return characters;
        }
    }

    /** A whole number written in a text. */
    static final class Parsed extends Whole {
        private final Text text;

        Parsed(Text text) {
            this.text = text;
        }

        @Override
        long of(RuleInput input) {
            @Nullable Bytes value = text.of(input);
            if (value == null || !NumberText.isWhole(value)) {
                return input.fail();
            }
            return NumberText.whole(value);
        }
    }

    /** A decimal number without what follows its point. */
    static final class Truncated extends Whole {
        private final Real operand;

        Truncated(Real operand) {
            this.operand = operand;
        }

        @Override
        long of(RuleInput input) {
            double value = operand.of(input);
            if (input.failed()) {
                return 0;
            }
            return value > Long.MIN_VALUE && value < Long.MAX_VALUE ? (long) value : input.fail();
        }
    }

    /** A number with the other sign. */
    static final class Negated extends Whole {
        private final Whole operand;

        Negated(Whole operand) {
            this.operand = operand;
        }

        @Override
        long of(RuleInput input) {
            long value = operand.of(input);
            return value == Long.MIN_VALUE ? input.fail() : -value;
        }
    }

    /** Two numbers and what is done with them. */
    static final class Computed extends Whole {
        private final Arithmetic operation;
        private final Whole left;
        private final Whole right;

        Computed(Arithmetic operation, Whole left, Whole right) {
            this.operation = operation;
            this.left = left;
            this.right = right;
        }

        @Override
        long of(RuleInput input) {
            long first = left.of(input);
            if (input.failed()) {
                return 0;
            }
            long second = right.of(input);
            return input.failed() ? 0 : operation.whole(first, second, input);
        }
    }

    /** One of two, as a condition says. */
    static final class Choice extends Whole {
        private final Truth condition;
        private final Whole yes;
        private final Whole no;

        Choice(Truth condition, Whole yes, Whole no) {
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }

        @Override
        long of(RuleInput input) {
            int value = condition.of(input);
            return value == Truth.MISSING ? input.fail() : (value == Truth.TRUE ? yes : no).of(input);
        }
    }
}
