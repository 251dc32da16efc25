package io.strowger.engine.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.types.CelKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A checked syntax tree and what can be asked about its parts. */
final class Syntax {
    private static final int MAX_DEPTH = 48;

    private final CelAbstractSyntaxTree tree;

    Syntax(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    /**
     * The whole expression.
     *
     * @throws RefusedException when it is nested so deeply that evaluating it could exhaust a thread's stack
     */
    CelExpr root() {
        requireDepth(tree.getExpr(), MAX_DEPTH);
        return tree.getExpr();
    }

    /** The type that the checker found. */
    CelKind kind(CelExpr expression) {
        return tree.getType(expression.id()).map(type -> type.kind()).orElse(CelKind.UNSPECIFIED);
    }

    /** What a function is applied to: the receiver, if there is one, and the arguments. */
    static List<CelExpr> operands(CelCall call) {
        List<CelExpr> operands = new ArrayList<>();
        call.target().ifPresent(operands::add);
        operands.addAll(call.args());
        return operands;
    }

    /** The dotted name of a variable or a field, null when the expression is something else. */
    static @Nullable String path(CelExpr expression) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return expression.ident().name();
        }
        if (expression.getKind() == CelExpr.ExprKind.Kind.SELECT
                && !expression.select().testOnly()) {
            String operand = path(expression.select().operand());
            return operand == null ? null : operand + "." + expression.select().field();
        }
        return null;
    }

    /** The name without what follows its last dot. */
    static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    /** Whether an expression has the same value for every message. */
    static boolean isFixed(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> true;
            case CALL -> operands(expression.call()).stream().allMatch(Syntax::isFixed);
            default -> false;
        };
    }

    /** The refusal of something that CEL has and conditions have not. */
    RefusedException unsupported(CelExpr expression) {
        String what = switch (expression.getKind()) {
            case CALL -> "'" + Operators.shown(expression.call().function()) + "' of such values";
            case LIST -> "a list outside of 'in'";
            case MAP, STRUCT -> "a structure";
            case COMPREHENSION -> "a loop over values";
            case CONSTANT -> "a value like this";
            default -> path(expression) == null ? "this" : path(expression) + " as a whole";
        };
        String suggestion = expression.getKind() == CelExpr.ExprKind.Kind.CALL
                ? Operators.instead(expression.call().function())
                : "";
        return new RefusedException(expression.id(), what + " can't be used in a condition", suggestion);
    }

    private static void requireDepth(CelExpr expression, int depth) {
        if (depth == 0) {
            throw new RefusedException(
                    expression.id(), "the condition is nested deeper than " + MAX_DEPTH, "make several rules of it");
        }
        switch (expression.getKind()) {
            case SELECT -> requireDepth(expression.select().operand(), depth - 1);
            case CALL -> operands(expression.call()).forEach(operand -> requireDepth(operand, depth - 1));
            case LIST -> expression.list().elements().forEach(element -> requireDepth(element, depth - 1));
            default -> {}
        }
    }
}
