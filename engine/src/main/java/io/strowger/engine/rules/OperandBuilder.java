package io.strowger.engine.rules;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.types.CelKind;
import io.strowger.models.Head;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the texts and numbers of a checked syntax tree into our own. */
final class OperandBuilder {
    private static final Map<String, Arithmetic> OPERATIONS = Map.of(
            "_+_", Arithmetic.ADD,
            "_-_", Arithmetic.SUBTRACT,
            "_*_", Arithmetic.MULTIPLY,
            "_/_", Arithmetic.DIVIDE,
            "_%_", Arithmetic.REMAINDER);

    private final Syntax syntax;
    private final ConditionBuilder conditions;

    OperandBuilder(Syntax syntax, ConditionBuilder conditions) {
        this.syntax = syntax;
        this.conditions = conditions;
    }

    /** The key of an attribute, which must be written out: walking over attributes for two keys at once is not possible. */
    String key(CelExpr expression) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.CONSTANT || syntax.kind(expression) != CelKind.STRING) {
            throw new RefusedException(expression.id(), "the key of an attribute must be written out", "");
        }
        return expression.constant().stringValue();
    }

    Text text(CelExpr expression) {
        switch (expression.getKind()) {
            case CONSTANT:
                return new Text.Constant(expression.constant().stringValue());
            case CALL:
                return text(expression, expression.call());
            default:
                String path = Syntax.path(expression);
                Text variable = path == null ? null : variable(path);
                if (variable == null) {
                    throw syntax.unsupported(expression);
                }
                return variable;
        }
    }

    private Text text(CelExpr expression, CelCall call) {
        List<CelExpr> operands = Syntax.operands(call);
        return switch (call.function()) {
            case "_?_:_" ->
                new Text.Choice(conditions.truth(operands.get(0)), text(operands.get(1)), text(operands.get(2)));
            case "_[_]" -> {
                if (!ConditionSchema.ATTRIBUTES.equals(Syntax.path(operands.get(0)))) {
                    throw syntax.unsupported(expression);
                }
                yield new Text.Attribute(key(operands.get(1)));
            }
            case "_+_" ->
                throw new RefusedException(
                        expression.id(), "texts can't be joined in a condition", "compare the parts one by one");
            default -> throw syntax.unsupported(expression);
        };
    }

    private static @Nullable Text variable(String path) {
        MessageField field = MessageField.ofPath(path);
        if (field != null) {
            return new Text.Field(field);
        }
        if (path.startsWith(ConditionSchema.ATTRIBUTES + ".")) {
            return new Text.Attribute(path.substring(ConditionSchema.ATTRIBUTES.length() + 1));
        }
        Head head = path.endsWith(".label") ? ConditionSchema.head(Syntax.parent(path)) : null;
        return head == null ? null : new Text.Label(head);
    }

    Whole whole(CelExpr expression) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            return new Whole.Constant(expression.constant().int64Value());
        }
        if (ConditionSchema.DRAW.equals(Syntax.path(expression))) {
            return new Whole.Draw();
        }
        if (expression.getKind() != CelExpr.ExprKind.Kind.CALL) {
            throw syntax.unsupported(expression);
        }
        CelCall call = expression.call();
        List<CelExpr> operands = Syntax.operands(call);
        CelExpr first = operands.get(0);
        Arithmetic operation = OPERATIONS.get(call.function());
        if (operation != null) {
            return new Whole.Computed(operation, whole(first), whole(operands.get(1)));
        }
        boolean ofText = syntax.kind(first) == CelKind.STRING;
        return switch (call.function()) {
            case "-_" -> new Whole.Negated(whole(first));
            case "_?_:_" -> new Whole.Choice(conditions.truth(first), whole(operands.get(1)), whole(operands.get(2)));
            case "size" -> {
                if (!ofText) {
                    throw new RefusedException(expression.id(), "size() counts the characters of a text only", "");
                }
                yield new Whole.Size(text(first));
            }
            case "int" ->
                ofText
                        ? new Whole.Parsed(text(first))
                        : syntax.kind(first) == CelKind.DOUBLE ? new Whole.Truncated(real(first)) : whole(first);
            default -> throw syntax.unsupported(expression);
        };
    }

    Real real(CelExpr expression) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            return new Real.Constant(expression.constant().doubleValue());
        }
        if (expression.getKind() == CelExpr.ExprKind.Kind.SELECT) {
            String path = Syntax.path(expression);
            Head head = path == null ? null : ConditionSchema.head(Syntax.parent(path));
            if (path == null || head == null) {
                throw syntax.unsupported(expression);
            }
            return path.endsWith(".score") ? new Real.SentimentScore() : new Real.Confidence(head);
        }
        if (expression.getKind() != CelExpr.ExprKind.Kind.CALL) {
            throw syntax.unsupported(expression);
        }
        CelCall call = expression.call();
        List<CelExpr> operands = Syntax.operands(call);
        CelExpr first = operands.get(0);
        Arithmetic operation = OPERATIONS.get(call.function());
        if (operation != null) {
            return new Real.Computed(operation, real(first), real(operands.get(1)));
        }
        return switch (call.function()) {
            case "-_" -> new Real.Negated(real(first));
            case "_?_:_" -> new Real.Choice(conditions.truth(first), real(operands.get(1)), real(operands.get(2)));
            case "double" ->
                switch (syntax.kind(first)) {
                    case STRING -> new Real.Parsed(text(first));
                    case INT -> new Real.Converted(whole(first));
                    case DOUBLE -> real(first);
                    default -> throw syntax.unsupported(expression);
                };
            default -> throw syntax.unsupported(expression);
        };
    }
}
