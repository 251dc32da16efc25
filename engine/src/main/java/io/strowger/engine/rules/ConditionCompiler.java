package io.strowger.engine.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import io.strowger.engine.rules.Compilation.Certainty;
import io.strowger.engine.rules.Compilation.Compiled;
import io.strowger.engine.rules.Compilation.Refused;

/**
 * Compiles conditions: CEL's own parser and checker read them, so that a misspelt name is an error when a rule is saved; what
 * they accept becomes a tree of small evaluators. Cold (a few milliseconds a condition, half a second for the first one);
 * safe for use by any thread.
 */
public final class ConditionCompiler {
    private static final int MAX_CHARACTERS = 8192;

    private final ConditionSchema schema = new ConditionSchema();
    private final CelCompiler compiler;

    public ConditionCompiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options())
                .setStandardMacros(CelStandardMacro.HAS)
                .setTypeProvider(schema)
                .setResultType(SimpleType.BOOL);
        schema.variables().forEach(builder::addVar);
        compiler = builder.build();
    }

    /** The dialect: whole and decimal numbers can be ordered among each other. */
    static CelOptions options() {
        return CelOptions.current()
                .maxExpressionCodePointSize(MAX_CHARACTERS)
                .enableHeterogeneousNumericComparisons(true)
                .build();
    }

    /** Compiles one condition, or says what is wrong with it. */
    public Compilation compile(String condition) {
        if (condition.length() > MAX_CHARACTERS) {
            return new Refused(new RuleProblem(
                    1,
                    1,
                    "the condition is longer than " + MAX_CHARACTERS + " characters",
                    "make several rules of it"));
        }
        CelValidationResult result = compiler.compile(condition, "condition");
        if (result.hasError()) {
            return new Refused(
                    new Diagnosis(schema, condition).of(result.getErrors().get(0)));
        }
        try {
            return compiled(result.getAst());
        } catch (CelValidationException e) {
            throw new IllegalStateException("a condition without errors has no syntax tree: " + condition, e);
        }
    }

    private static Compilation compiled(CelAbstractSyntaxTree tree) {
        Syntax syntax = new Syntax(tree);
        try {
            CelExpr root = syntax.root();
            Truth truth = new ConditionBuilder(syntax).truth(root);
            ConditionFacts facts = new ConditionFacts(tree);
            Bounds bounds = facts.bounds(root);
            return new Compiled(truth, certainty(truth, bounds), bounds, facts.labels(root), new Shape(root));
        } catch (RefusedException e) {
            CelSourceLocation location = location(tree, e.expression());
            String suggestion = e.suggestion().isEmpty() ? null : e.suggestion();
            return new Refused(new RuleProblem(
                    location.getLine(), location.getColumn() + 1, String.valueOf(e.getMessage()), suggestion));
        }
    }

    private static Certainty certainty(Truth truth, Bounds bounds) {
        if (truth instanceof Truth.Constant) {
            return truth.of(new RuleInput()) == Truth.TRUE ? Certainty.ALWAYS : Certainty.NEVER;
        }
        return bounds.isContradictory() ? Certainty.NEVER : Certainty.OPEN;
    }

    static CelSourceLocation location(CelAbstractSyntaxTree tree, long expression) {
        Integer offset = tree.getSource().getPositionsMap().get(expression);
        return offset == null
                ? CelSourceLocation.of(1, 0)
                : tree.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.of(1, 0));
    }
}
