package io.strowger.engine.rules;

/** What can be done with two numbers. Whole numbers that leave 64 bits, and divisions by zero, fail. */
enum Arithmetic {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    REMAINDER;

    long whole(long left, long right, RuleInput input) {
        return switch (this) {
            case ADD -> {
                long sum = left + right;
                yield ((left ^ sum) & (right ^ sum)) < 0 ? input.fail() : sum;
            }
            case SUBTRACT -> {
                long difference = left - right;
                yield ((left ^ right) & (left ^ difference)) < 0 ? input.fail() : difference;
            }
            case MULTIPLY -> {
                long low = left * right;
                yield Math.multiplyHigh(left, right) == low >> (Long.SIZE - 1) ? low : input.fail();
            }
            case DIVIDE -> right == 0 || (left == Long.MIN_VALUE && right == -1) ? input.fail() : left / right;
            case REMAINDER -> right == 0 || (left == Long.MIN_VALUE && right == -1) ? input.fail() : left % right;
        };
    }

    double real(double left, double right) {
        return switch (this) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case REMAINDER -> left % right;
        };
    }
}
