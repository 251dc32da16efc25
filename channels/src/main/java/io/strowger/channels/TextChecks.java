package io.strowger.channels;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/** What every text value of a message must satisfy. Stateless: any thread. */
final class TextChecks {
    private TextChecks() {}

    /**
     * Checks a text that {@link Utf8#encode} wrote.
     *
     * @param path the field's JSON path
     * @param end where encode ended
     * @param isText whether it is the message's text, whose limit has a problem of its own
     * @return null when it is fine
     */
    static @Nullable Problem check(String path, byte[] array, int start, int end, int limitBytes, boolean isText) {
        if (end == Utf8.UNPAIRED_SURROGATE) {
            return Problem.of(
                    ProblemType.INVALID_FIELD, path, path + " contains one half of a surrogate pair: no character");
        }
        if (end - start > limitBytes) {
            return Problem.of(
                    isText ? ProblemType.TEXT_TOO_LARGE : ProblemType.FIELD_TOO_LONG,
                    path,
                    path + " has " + (end - start) + " bytes of UTF-8, the limit is " + limitBytes);
        }
        for (int index = start; index < end; index++) {
            if (array[index] == 0) {
                return Problem.of(
                        ProblemType.INVALID_FIELD, path, path + " contains the character U+0000, which is not stored");
            }
        }
        return null;
    }

    /** A JSON value's kind, as a problem names it. */
    static String describe(@Nullable JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "something else";
        };
    }
}
