package io.strowger.engine.rules;

import org.jspecify.annotations.Nullable;

/**
 * Why a condition can't be used.
 *
 * @param line from 1 on
 * @param column from 1 on
 * @param message what is wrong, a sentence without its full stop
 * @param suggestion what to write instead, null when there is no good guess
 */
public record RuleProblem(
        int line, int column, String message, @Nullable String suggestion) {
    /** The message and the suggestion as one sentence. */
    public String sentence() {
        return suggestion == null ? message : message + "; " + suggestion;
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + sentence();
    }
}
