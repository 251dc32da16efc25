package io.strowger.channels;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with one request: what goes out as an RFC 9457 problem object. Immutable.
 *
 * @param type what kind of problem
 * @param field the JSON path of the field it is about, for example {@code contact.id}; null when it is about none
 * @param detail one sentence: what is wrong, where, the limit, and what to do
 */
public record Problem(ProblemType type, @Nullable String field, String detail) {
    /** A problem that is about no single field. */
    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, null, detail);
    }

    /** A problem with a field. */
    public static Problem of(ProblemType type, String field, String detail) {
        return new Problem(type, field, detail);
    }
}
