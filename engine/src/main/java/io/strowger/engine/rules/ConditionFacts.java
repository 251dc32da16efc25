package io.strowger.engine.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import io.strowger.engine.rules.Compilation.LabelUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be known of a condition by looking at it. */
final class ConditionFacts {
    private final CelAbstractSyntaxTree tree;

    ConditionFacts(CelAbstractSyntaxTree tree) {
        this.tree = tree;
    }

    /** What must be so for the expression to hold. */
    Bounds bounds(CelExpr expression) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return Bounds.NONE;
        }
        List<CelExpr> operands = Syntax.operands(expression.call());
        return switch (expression.call().function()) {
            case "_&&_" -> bounds(operands.get(0)).and(bounds(operands.get(1)));
            case "_||_" -> bounds(operands.get(0)).or(bounds(operands.get(1)));
            default -> {
                Comparison comparison = Comparison.of(expression);
                Shape.Texts texts = texts(expression);
                yield comparison != null
                        ? Bounds.of(comparison.what(), comparison.range())
                        : texts.path().isEmpty() ? Bounds.NONE : Bounds.of(texts.path(), texts.allowed());
            }
        };
    }

    /** The texts that an expression allows a variable. */
    static Shape.Texts texts(CelExpr expression) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && Set.of("_==_", "@in").contains(expression.call().function())) {
            List<CelExpr> operands = Syntax.operands(expression.call());
            String path = path(operands);
            return path == null ? Shape.Texts.UNKNOWN : new Shape.Texts(path, texts(operands));
        }
        return Shape.Texts.UNKNOWN;
    }

    /** The labels of models that any part of the expression compares with. */
    List<LabelUse> labels(CelExpr expression) {
        List<LabelUse> labels = new ArrayList<>();
        addLabels(expression, labels);
        return labels;
    }

    private void addLabels(CelExpr expression, List<LabelUse> into) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return;
        }
        List<CelExpr> operands = Syntax.operands(expression.call());
        boolean compares =
                Set.of("_==_", "_!=_", "@in").contains(expression.call().function());
        String path = compares ? path(operands) : null;
        if (path != null && path.endsWith(".label")) {
            literals(operands).forEach(literal -> {
                CelSourceLocation location = ConditionCompiler.location(tree, literal.id());
                String label = literal.constant().stringValue();
                into.add(new LabelUse(path, label, location.getLine(), location.getColumn() + 1));
            });
        }
        operands.forEach(operand -> addLabels(operand, into));
    }

    /** The variable that is compared with written-out texts, null when it is another comparison. */
    private static @Nullable String path(List<CelExpr> operands) {
        String first = Syntax.path(operands.get(0));
        String path = first == null ? Syntax.path(operands.get(1)) : first;
        boolean both = first != null && Syntax.path(operands.get(1)) != null;
        List<CelExpr> literals = literals(operands);
        boolean onlyTexts = literals.stream().allMatch(ConditionFacts::isText);
        return path == null || both || literals.isEmpty() || !onlyTexts ? null : path;
    }

    private static Set<String> texts(List<CelExpr> operands) {
        Set<String> texts = new LinkedHashSet<>();
        literals(operands).forEach(literal -> texts.add(literal.constant().stringValue()));
        return texts;
    }

    /** The written-out values of a comparison. */
    private static List<CelExpr> literals(List<CelExpr> operands) {
        List<CelExpr> literals = new ArrayList<>();
        for (CelExpr operand : operands) {
            if (operand.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
                literals.add(operand);
            } else if (operand.getKind() == CelExpr.ExprKind.Kind.LIST) {
                literals.addAll(operand.list().elements());
            }
        }
        return literals;
    }

    private static boolean isText(CelExpr expression) {
        return expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }
}
