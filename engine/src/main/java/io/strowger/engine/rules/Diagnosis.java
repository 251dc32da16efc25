package io.strowger.engine.rules;

import dev.cel.common.CelIssue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in our words what CEL's parser or checker found, and what may have been meant. */
final class Diagnosis {
    private static final Pattern UNDECLARED = Pattern.compile("undeclared reference to '([^']+)'.*");
    private static final Pattern UNDEFINED_FIELD = Pattern.compile("undefined field '([^']+)'.*");
    private static final Pattern NO_OVERLOAD =
            Pattern.compile("found no matching overload for '([^']+)' applied to '([^']*)'.*", Pattern.DOTALL);
    private static final Pattern WRONG_RESULT = Pattern.compile("expected type 'bool' but found '([^']+)'.*");
    private static final Pattern NO_FIELDS = Pattern.compile("type '([^']+)' does not support field selection.*");
    private static final Pattern UNEXPECTED = Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting .*");
    private static final Pattern NOT_A_TOKEN = Pattern.compile("token recognition error at: '(.*)'");
    private static final Pattern PATH_BEFORE = Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*)$");
    private static final Map<String, String> WORDS =
            Map.of("and", "&&", "or", "||", "not", "!", "AND", "&&", "OR", "||");

    private final ConditionSchema schema;
    private final String condition;

    Diagnosis(ConditionSchema schema, String condition) {
        this.schema = schema;
        this.condition = condition;
    }

    RuleProblem of(CelIssue issue) {
        int line = Math.max(1, issue.getSourceLocation().getLine());
        int column = Math.max(0, issue.getSourceLocation().getColumn()) + 1;
        String message = issue.getMessage();
        Matcher matcher = UNDECLARED.matcher(message);
        if (matcher.matches()) {
            return undeclared(line, column, matcher.group(1));
        }
        matcher = UNDEFINED_FIELD.matcher(message);
        if (matcher.matches()) {
            return undefinedField(line, column, matcher.group(1));
        }
        matcher = NO_OVERLOAD.matcher(message);
        if (matcher.matches()) {
            return mismatch(line, column, matcher.group(1), matcher.group(2));
        }
        matcher = WRONG_RESULT.matcher(message);
        if (matcher.matches()) {
            return problem(
                    line,
                    column,
                    "a condition is true or false, this is " + typed(matcher.group(1)),
                    "compare it with something");
        }
        matcher = NO_FIELDS.matcher(message);
        if (matcher.matches()) {
            return problem(line, column + 1, typed(matcher.group(1)) + " has no fields", null);
        }
        return syntax(line, column, message);
    }

    private RuleProblem undeclared(int line, int column, String name) {
        if (charAt(line, column) != '(') {
            Collection<String> known = new ArrayList<>(schema.variables().keySet());
            String suggestion =
                    didYouMean(Suggestion.nearest(name, known), "the variables are " + String.join(", ", known));
            return problem(line, column, "there is no variable " + name, suggestion);
        }
        int start = Math.max(1, column - name.length());
        if (Operators.isUnsupported(name)) {
            String instead = Operators.instead(name);
            return problem(line, start, name + "() can't be used in a condition", instead.isEmpty() ? null : instead);
        }
        String nearest = Suggestion.nearest(name, Operators.FUNCTIONS);
        String suggestion = didYouMean(nearest, "the functions are " + String.join(", ", Operators.FUNCTIONS));
        return problem(line, start, "there is no function " + name, suggestion);
    }

    private RuleProblem undefinedField(int line, int column, String name) {
        // The checker points at the dot, or at the parenthesis of has(...).
        int dot = lineText(line).indexOf("." + name, column - 1);
        String before = dot < 0 ? "" : lineText(line).substring(0, dot);
        Matcher path = PATH_BEFORE.matcher(before);
        String owner = path.find() ? path.group(1) : "";
        List<String> known = schema.fields(owner);
        String suggestion = didYouMean(
                Suggestion.nearest(name, known), known.isEmpty() ? null : "it has " + String.join(", ", known));
        int start = dot < 0 ? column : dot + 2;
        return problem(line, start, (owner.isEmpty() ? "it" : owner) + " has no field " + name, suggestion);
    }

    private static RuleProblem mismatch(int line, int column, String function, String types) {
        String operator = Operators.shown(function);
        String operands = types.replaceAll("^\\(|\\)$", "").replaceAll("^([^.]*)\\.\\(", "$1, ");
        List<String> named = new ArrayList<>();
        for (String type : operands.split(", (?![^(]*\\))")) {
            named.add(typed(type.strip()));
        }
        String suggestion = null;
        if (operands.contains("double") && operands.contains("int")) {
            suggestion = "write the whole number with a decimal point, for example 1.0";
        } else if (operands.contains("string") && (operands.contains("int") || operands.contains("double"))) {
            suggestion = "put the number in quotes, or read the text with int() or double()";
        } else if (operands.contains("string") && operands.contains("bool")) {
            suggestion = "put the value in quotes";
        }
        return problem(line, column, "'" + operator + "' does not go with " + String.join(" and ", named), suggestion);
    }

    private RuleProblem syntax(int line, int column, String message) {
        Matcher matcher = UNEXPECTED.matcher(message);
        if (matcher.matches()) {
            String found = matcher.group(1);
            if (found.equals("<EOF>")) {
                return problem(line, column, "the condition ends too early", null);
            }
            String instead = WORDS.get(found);
            return problem(
                    line,
                    column,
                    "'" + found + "' is not expected here",
                    instead == null ? null : "did you mean " + instead + "?");
        }
        matcher = NOT_A_TOKEN.matcher(message);
        if (matcher.matches()) {
            String found = matcher.group(1).strip();
            return problem(line, column, "'" + found + "' can't be read", tokenSuggestion(found));
        }
        int end = message.indexOf(" expecting {");
        return problem(line, column, end < 0 ? message : message.substring(0, end), null);
    }

    private static @Nullable String tokenSuggestion(String found) {
        if (found.startsWith("=")) {
            return "did you mean ==?";
        }
        if (found.startsWith("&")) {
            return "did you mean &&?";
        }
        if (found.startsWith("|")) {
            return "did you mean ||?";
        }
        return found.startsWith("\"") || found.startsWith("'") ? "the closing quote is missing" : null;
    }

    private static String typed(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "int" -> "a whole number";
            case "double" -> "a decimal number";
            case "bool" -> "a truth value";
            case "null" -> "null";
            case "map(string, string)" -> "the attributes";
            default -> type.replace("strowger.", "");
        };
    }

    private static @Nullable String didYouMean(@Nullable String nearest, @Nullable String otherwise) {
        return nearest == null ? otherwise : "did you mean " + nearest + "?";
    }

    private char charAt(int line, int column) {
        String text = lineText(line);
        return column <= text.length() ? text.charAt(column - 1) : ' ';
    }

    private String lineText(int line) {
        List<String> lines = condition.lines().toList();
        return line <= lines.size() ? lines.get(line - 1) : "";
    }

    private static RuleProblem problem(int line, int column, String message, @Nullable String suggestion) {
        return new RuleProblem(line, column, message, suggestion);
    }
}
