package io.strowger.engine.rules;

import java.util.List;

/** How people write the operators and functions that CEL knows by other names. */
final class Operators {
    /** What conditions can call. */
    static final List<String> FUNCTIONS = List.of("startsWith", "endsWith", "contains", "size", "int", "double", "has");

    private static final List<String> UNSUPPORTED = List.of(
            "matches",
            "exists",
            "exists_one",
            "all",
            "map",
            "filter",
            "timestamp",
            "duration",
            "bytes",
            "string",
            "type",
            "uint",
            "dyn",
            "bool");

    private Operators() {}

    /** The operator's sign, or the function's name with its parentheses. */
    static String shown(String function) {
        if (function.equals("@in")) {
            return "in";
        }
        if (function.equals("_[_]")) {
            return "[ ]";
        }
        if (function.equals("_?_:_")) {
            return "? :";
        }
        String sign = function.replace("_", "");
        return function.contains("_") && !sign.isEmpty() && !Character.isLetter(sign.charAt(0))
                ? sign
                : function + "()";
    }

    /** Whether it is CEL, but not for conditions. */
    static boolean isUnsupported(String function) {
        return UNSUPPORTED.contains(function);
    }

    /** What to use in place of a function, empty for no advice. */
    static String instead(String function) {
        return switch (function) {
            case "matches" -> "use contains(), startsWith() or endsWith()";
            case "exists", "exists_one", "all", "map", "filter" -> "use 'in' with a list, or several conditions";
            case "string" -> "compare the value as it is";
            default -> "";
        };
    }
}
