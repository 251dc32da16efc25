package io.strowger.engine.rules;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number of the message compared with one that is written out.
 *
 * @param what the text form of what is compared
 * @param relation how, with the number of the message on the left
 * @param value the number that is written out
 */
record Comparison(String what, NumberRelation relation, double value) {
    private static final long MOST_EXACT = 1L << 53;
    private static final Map<String, NumberRelation> RELATIONS = Map.of(
            "_==_", NumberRelation.EQUAL,
            "_!=_", NumberRelation.DIFFERENT,
            "_<_", NumberRelation.LESS,
            "_<=_", NumberRelation.AT_MOST,
            "_>_", NumberRelation.GREATER,
            "_>=_", NumberRelation.AT_LEAST);

    /** The comparison that an expression is, or null. */
    static @Nullable Comparison of(CelExpr expression) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return null;
        }
        NumberRelation relation = RELATIONS.get(expression.call().function());
        List<CelExpr> operands = Syntax.operands(expression.call());
        if (relation == null || operands.size() != 2) {
            return null;
        }
        Double left = number(operands.get(0));
        Double right = number(operands.get(1));
        if ((left == null) == (right == null)) {
            return null;
        }
        return left == null && right != null
                ? new Comparison(Shape.text(operands.get(0)), relation, right)
                : left != null ? new Comparison(Shape.text(operands.get(1)), turned(relation), left) : null;
    }

    /** The numbers for which it holds, of those that there can be. */
    Range range() {
        Range possible = what.endsWith(".confidence")
                ? new Range(0, true, 1, true)
                : what.endsWith("sentiment.score") ? new Range(-1, true, 1, true) : Range.ALL;
        return Range.of(relation, value).and(possible);
    }

    private static NumberRelation turned(NumberRelation relation) {
        return switch (relation) {
            case EQUAL, DIFFERENT -> relation;
            case LESS -> NumberRelation.GREATER;
            case AT_MOST -> NumberRelation.AT_LEAST;
            case GREATER -> NumberRelation.LESS;
            case AT_LEAST -> NumberRelation.AT_MOST;
        };
    }

    private static @Nullable Double number(CelExpr expression) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.CONSTANT) {
            return null;
        }
        CelConstant constant = expression.constant();
        return switch (constant.getKind()) {
            case INT64_VALUE -> exact(constant.int64Value());
            case UINT64_VALUE -> exact(constant.uint64Value().longValue());
            case DOUBLE_VALUE -> constant.doubleValue();
            default -> null;
        };
    }

    /** Null when a decimal number can't stand for it. */
    private static @Nullable Double exact(long whole) {
        return Math.abs(whole) <= MOST_EXACT ? (double) whole : null;
    }
}
