package io.strowger.engine.rules;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.types.CelKind;
import io.strowger.models.Head;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a checked syntax tree into our own. Parts that depend on no message are computed here, once. */
final class ConditionBuilder {
    private static final Map<String, TextRelation> TEXT_RELATIONS = Map.of(
            "_==_", TextRelation.EQUAL,
            "_!=_", TextRelation.DIFFERENT,
            "_<_", TextRelation.LESS,
            "_<=_", TextRelation.AT_MOST,
            "_>_", TextRelation.GREATER,
            "_>=_", TextRelation.AT_LEAST,
            "startsWith", TextRelation.STARTS_WITH,
            "endsWith", TextRelation.ENDS_WITH,
            "contains", TextRelation.CONTAINS);
    private static final Map<String, NumberRelation> NUMBER_RELATIONS = Map.of(
            "_==_", NumberRelation.EQUAL,
            "_!=_", NumberRelation.DIFFERENT,
            "_<_", NumberRelation.LESS,
            "_<=_", NumberRelation.AT_MOST,
            "_>_", NumberRelation.GREATER,
            "_>=_", NumberRelation.AT_LEAST);

    private final Syntax syntax;
    private final OperandBuilder operands;

    ConditionBuilder(Syntax syntax) {
        this.syntax = syntax;
        this.operands = new OperandBuilder(syntax, this);
    }

    /**
     * The condition, or the part of it, that an expression says.
     *
     * @throws RefusedException when it uses something that conditions can't
     */
    Truth truth(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> new Truth.Constant(Truth.of(expression.constant().booleanValue()));
            case SELECT -> present(expression);
            case CALL -> truth(expression, expression.call());
            default -> throw syntax.unsupported(expression);
        };
    }

    private Truth truth(CelExpr expression, CelCall call) {
        List<CelExpr> parts = Syntax.operands(call);
        return switch (call.function()) {
            case "_&&_" -> and(truth(parts.get(0)), truth(parts.get(1)));
            case "_||_" -> or(truth(parts.get(0)), truth(parts.get(1)));
            case "!_" -> not(truth(parts.get(0)));
            case "_?_:_" -> choice(parts);
            case "@in" -> in(parts.get(0), parts.get(1));
            default -> relation(expression, call.function(), parts);
        };
    }

    private static Truth and(Truth left, Truth right) {
        if (left instanceof Truth.Constant && right instanceof Truth.Constant) {
            return folded(new Truth.And(left, right));
        }
        if (isConstant(left, Truth.FALSE) || isConstant(right, Truth.FALSE)) {
            return new Truth.Constant(Truth.FALSE);
        }
        return isConstant(left, Truth.TRUE) ? right : isConstant(right, Truth.TRUE) ? left : new Truth.And(left, right);
    }

    private static Truth or(Truth left, Truth right) {
        if (left instanceof Truth.Constant && right instanceof Truth.Constant) {
            return folded(new Truth.Or(left, right));
        }
        if (isConstant(left, Truth.TRUE) || isConstant(right, Truth.TRUE)) {
            return new Truth.Constant(Truth.TRUE);
        }
        return isConstant(left, Truth.FALSE)
                ? right
                : isConstant(right, Truth.FALSE) ? left : new Truth.Or(left, right);
    }

    private static Truth not(Truth operand) {
        Truth not = new Truth.Not(operand);
        return operand instanceof Truth.Constant ? folded(not) : not;
    }

    private Truth choice(List<CelExpr> parts) {
        Truth condition = truth(parts.get(0));
        Truth yes = truth(parts.get(1));
        Truth no = truth(parts.get(2));
        Truth choice = new Truth.Choice(condition, yes, no);
        boolean known = condition instanceof Truth.Constant;
        return known && yes instanceof Truth.Constant && no instanceof Truth.Constant ? folded(choice) : choice;
    }

    private static Truth folded(Truth truth) {
        return new Truth.Constant(truth.of(new RuleInput()));
    }

    private static boolean isConstant(Truth truth, int value) {
        return truth instanceof Truth.Constant && truth.of(new RuleInput()) == value;
    }

    private Truth relation(CelExpr expression, String function, List<CelExpr> parts) {
        if (parts.size() != 2) {
            throw syntax.unsupported(expression);
        }
        CelExpr left = parts.get(0);
        CelExpr right = parts.get(1);
        Truth truth = null;
        if (syntax.kind(left) == CelKind.STRING
                && syntax.kind(right) == CelKind.STRING
                && TEXT_RELATIONS.containsKey(function)) {
            truth = new TextTruth.Related(TEXT_RELATIONS.get(function), operands.text(left), operands.text(right));
        } else if (NUMBER_RELATIONS.containsKey(function)) {
            truth = numbers(expression, NUMBER_RELATIONS.get(function), left, right);
        }
        if (truth == null) {
            throw syntax.unsupported(expression);
        }
        return Syntax.isFixed(left) && Syntax.isFixed(right) ? folded(truth) : truth;
    }

    private @Nullable Truth numbers(CelExpr expression, NumberRelation relation, CelExpr left, CelExpr right) {
        boolean leftWhole = syntax.kind(left) == CelKind.INT;
        boolean rightWhole = syntax.kind(right) == CelKind.INT;
        boolean leftReal = syntax.kind(left) == CelKind.DOUBLE;
        boolean rightReal = syntax.kind(right) == CelKind.DOUBLE;
        if (leftWhole && rightWhole) {
            return new NumberTruth.Wholes(relation, operands.whole(left), operands.whole(right));
        }
        if (leftReal && rightReal) {
            return new NumberTruth.Reals(relation, operands.real(left), operands.real(right));
        }
        if (leftWhole && rightReal) {
            return new NumberTruth.Mixed(relation, operands.whole(left), operands.real(right));
        }
        if (leftReal && rightWhole) {
            return new NumberTruth.Mixed(relation.mirrored(), operands.whole(right), operands.real(left));
        }
        if (syntax.kind(left) == CelKind.BOOL && syntax.kind(right) == CelKind.BOOL) {
            return switch (relation) {
                case EQUAL -> new Truth.Same(truth(left), truth(right));
                case DIFFERENT -> new Truth.Not(new Truth.Same(truth(left), truth(right)));
                default ->
                    throw new RefusedException(
                            expression.id(), "truth values have no order", "compare them with == or !=");
            };
        }
        return null;
    }

    private Truth present(CelExpr expression) {
        if (!expression.select().testOnly()) {
            throw syntax.unsupported(expression);
        }
        String path = Syntax.path(expression.select().operand());
        String field = expression.select().field();
        if (path == null) {
            throw syntax.unsupported(expression);
        }
        if (path.equals(ConditionSchema.ATTRIBUTES)) {
            return new TextTruth.Present(new Text.Attribute(field));
        }
        Head head = ConditionSchema.head(path);
        if (head == null) {
            head = ConditionSchema.head(path + "." + field);
        }
        if (head != null) {
            return new TextTruth.Present(new Text.Label(head));
        }
        MessageField messageField = MessageField.ofPath(path + "." + field);
        if (messageField == null) {
            throw syntax.unsupported(expression);
        }
        return new TextTruth.Present(new Text.Field(messageField));
    }

    private Truth in(CelExpr wanted, CelExpr list) {
        if (ConditionSchema.ATTRIBUTES.equals(Syntax.path(list))) {
            return new TextTruth.Present(new Text.Attribute(operands.key(wanted)));
        }
        if (list.getKind() != CelExpr.ExprKind.Kind.LIST) {
            throw syntax.unsupported(list);
        }
        Literals literals = new Literals();
        list.list().elements().forEach(literals::add);
        Truth truth = switch (syntax.kind(wanted)) {
            case STRING -> new TextTruth.OneOf(operands.text(wanted), literals.texts());
            case INT -> new NumberTruth.WholeOneOf(operands.whole(wanted), literals.wholes(), literals.reals());
            case DOUBLE -> new NumberTruth.RealOneOf(operands.real(wanted), literals.wholes(), literals.reals());
            default -> throw syntax.unsupported(wanted);
        };
        return Syntax.isFixed(wanted) ? folded(truth) : truth;
    }
}
