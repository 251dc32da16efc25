package io.strowger.verticles.projection;

import java.util.List;

/** PostgreSQL's text form of arrays of texts. */
final class TextArrays {
    private TextArrays() {}

    /** For example {@code {"a","b c"}}. */
    static String literal(List<String> values) {
        StringBuilder literal = new StringBuilder("{");
        for (String value : values) {
            literal.append(literal.length() == 1 ? "\"" : ",\"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return literal.append('}').toString();
    }
}
