package io.strowger.engine.rules;

import io.strowger.engine.internal.Bytes;
import io.strowger.models.Analysis;
import io.strowger.models.Head;
import org.jspecify.annotations.Nullable;

/** A part of a condition that is a decimal number of 64 bits; fails like {@link Whole}. Immutable, without allocation. */
abstract class Real {
    abstract double of(RuleInput input);

    /** Written in the condition itself. */
    static final class Constant extends Real {
        private final double value;

        Constant(double value) {
            this.value = value;
        }

        @Override
        double of(RuleInput input) {
            return value;
        }
    }

    /** How sure a model is, 0 to 1. */
    static final class Confidence extends Real {
        private final Head head;

        Confidence(Head head) {
            this.head = head;
        }

        @Override
        double of(RuleInput input) {
            Analysis analysis = input.analysis();
            if (analysis.label(head) == Analysis.NONE) {
                return input.fail();
            }
            return analysis.confidence(head) / (double) Analysis.ONE;
        }
    }

    /** The sentiment, -1 to 1. */
    static final class SentimentScore extends Real {
        @Override
        double of(RuleInput input) {
            Analysis analysis = input.analysis();
            if (analysis.label(Head.SENTIMENT) == Analysis.NONE) {
                return input.fail();
            }
            return analysis.sentimentScore() / (double) Analysis.ONE;
        }
    }

    /** A decimal number written in a text. */
    static final class Parsed extends Real {
        private final Text text;

        Parsed(Text text) {
            this.text = text;
        }

        @Override
        double of(RuleInput input) {
            @Nullable Bytes value = text.of(input);
            if (value == null || !NumberText.isReal(value)) {
                return input.fail();
            }
            return NumberText.real(value);
        }
    }

    /** A whole number as a decimal one. */
    static final class Converted extends Real {
        private final Whole operand;

        Converted(Whole operand) {
            this.operand = operand;
        }

        @Override
        double of(RuleInput input) {
            return operand.of(input);
        }
    }

    /** A number with the other sign. */
    static final class Negated extends Real {
        private final Real operand;

        Negated(Real operand) {
            this.operand = operand;
        }

        @Override
        double of(RuleInput input) {
            return -operand.of(input);
        }
    }

    /** Two numbers and what is done with them. */
    static final class Computed extends Real {
        private final Arithmetic operation;
        private final Real left;
        private final Real right;

        Computed(Arithmetic operation, Real left, Real right) {
            this.operation = operation;
            this.left = left;
            this.right = right;
        }

        @Override
        double of(RuleInput input) {
            double first = left.of(input);
            if (input.failed()) {
                return 0;
            }
            double second = right.of(input);
            return input.failed() ? 0 : operation.real(first, second);
        }
    }

    /** One of two, as a condition says. */
    static final class Choice extends Real {
        private final Truth condition;
        private final Real yes;
        private final Real no;

        Choice(Truth condition, Real yes, Real no) {
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }

        @Override
        double of(RuleInput input) {
            int value = condition.of(input);
            return value == Truth.MISSING ? input.fail() : (value == Truth.TRUE ? yes : no).of(input);
        }
    }
}
