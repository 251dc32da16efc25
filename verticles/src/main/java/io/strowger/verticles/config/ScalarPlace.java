package io.strowger.verticles.config;

/**
 * Finds a position inside a text value in the document around it, however the value is written: plain, quoted, or as a
 * block over several lines. Blanks may differ, as YAML folds them; the other characters follow each other unchanged.
 */
final class ScalarPlace {
    private ScalarPlace() {}

    /** The place of a line and a column (from 1 on) of the value; the value's own place when it is not found. */
    static Place within(String document, Place start, String value, int line, int column) {
        int valueIndex = indexOf(value, line, column);
        int documentStart = indexOf(document, start.line(), start.column());
        int lineEnd = document.indexOf('\n', documentStart);
        int[] candidates = {documentStart, documentStart + 1, lineEnd < 0 ? document.length() : lineEnd};
        for (int candidate : candidates) {
            int found = aligned(document, candidate, value, valueIndex);
            if (found >= 0) {
                return placeOf(start.source(), document, found);
            }
        }
        return start;
    }

    /** The index in the document that stands for one of the value, or -1 when the value does not start there. */
    private static int aligned(String document, int start, String value, int wanted) {
        int index = start;
        int found = -1;
        for (int position = 0; position < value.length(); position++) {
            char expected = value.charAt(position);
            if (Character.isWhitespace(expected)) {
                continue;
            }
            index = skipBlanks(document, index);
            if (index < document.length() && document.charAt(index) == '\\' && expected != '\\') {
                index++;
            }
            if (index >= document.length() || document.charAt(index) != expected) {
                return -1;
            }
            if (position <= wanted) {
                found = index;
            }
            index++;
        }
        return wanted >= value.length() ? index : found;
    }

    private static int skipBlanks(String text, int start) {
        int index = start;
        while (index < text.length() && Character.isWhitespace(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private static int indexOf(String text, int line, int column) {
        int index = 0;
        for (int current = 1; current < line; current++) {
            int end = text.indexOf('\n', index);
            if (end < 0) {
                break;
            }
            index = end + 1;
        }
        return Math.min(text.length(), index + column - 1);
    }

    private static Place placeOf(String source, String text, int index) {
        int line = 1;
        int lineStart = 0;
        for (int position = 0; position < index; position++) {
            if (text.charAt(position) == '\n') {
                line++;
                lineStart = position + 1;
            }
        }
        return new Place(source, line, index - lineStart + 1);
    }
}
