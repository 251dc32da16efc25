package io.strowger.engine.rules;

import dev.cel.common.ast.CelExpr;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form of a condition, to be compared with that of another: whether one can hold without the other. Knows {@code &&},
 * {@code ||}, written-out texts and numbers; takes everything else as it stands. Immutable.
 */
public final class Shape {
    /** Comparing two conditions of the greatest length part by part would take too long. */
    private static final int MAX_STEPS = 20_000;

    private final CelExpr root;

    Shape(CelExpr root) {
        this.root = root;
    }

    /** Whether the other one holds for every message for which this one does, as far as the forms tell. */
    boolean implies(Shape other) {
        int[] steps = {0};
        return implies(root, other.root, steps);
    }

    private static boolean implies(CelExpr given, CelExpr wanted, int[] steps) {
        if (++steps[0] > MAX_STEPS) {
            return false;
        }
        if (isCall(given, "_||_")) {
            return implies(part(given, 0), wanted, steps) && implies(part(given, 1), wanted, steps);
        } else if (isCall(wanted, "_&&_")) {
            return implies(given, part(wanted, 0), steps) && implies(given, part(wanted, 1), steps);
        } else if (isCall(given, "_&&_")
                && (implies(part(given, 0), wanted, steps) || implies(part(given, 1), wanted, steps))) {
            return true;
        } else if (isCall(wanted, "_||_")) {
            return implies(given, part(wanted, 0), steps) || implies(given, part(wanted, 1), steps);
        }
        return isNarrower(given, wanted) || text(given).equals(text(wanted));
    }

    /** Whether both are about the same value, and the first leaves it no more than the second. */
    private static boolean isNarrower(CelExpr given, CelExpr wanted) {
        Comparison one = Comparison.of(given);
        Comparison other = Comparison.of(wanted);
        if (one != null && other != null) {
            boolean isExact = other.relation() != NumberRelation.DIFFERENT;
            return isExact && one.what().equals(other.what()) && one.range().isWithin(other.range());
        }
        return ConditionFacts.texts(given).isWithin(ConditionFacts.texts(wanted));
    }

    private static boolean isCall(CelExpr expression, String function) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && expression.call().function().equals(function);
    }

    private static CelExpr part(CelExpr call, int index) {
        return Syntax.operands(call.call()).get(index);
    }

    /** The expression as text, the same for expressions that differ in blanks only. */
    static String text(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> expression.constant().toString();
            case IDENT -> expression.ident().name();
            case SELECT ->
                (expression.select().testOnly() ? "has " : "")
                        + text(expression.select().operand()) + "."
                        + expression.select().field();
            case CALL -> expression.call().function() + texts(Syntax.operands(expression.call()));
            case LIST -> texts(expression.list().elements());
            default -> expression.toString();
        };
    }

    private static String texts(List<CelExpr> expressions) {
        return expressions.stream().map(Shape::text).collect(Collectors.joining(", ", "(", ")"));
    }

    /** A variable and the texts of which it must have one; no path: nothing is known. */
    record Texts(String path, Set<String> allowed) {
        static final Texts UNKNOWN = new Texts("", Set.of());

        boolean isWithin(Texts other) {
            return !path.isEmpty() && path.equals(other.path) && other.allowed.containsAll(allowed);
        }
    }
}
