package io.strowger.models.linear;

import org.jspecify.annotations.Nullable;

/**
 * The languages that are written in one script.
 *
 * @param languages indices into the language labels
 * @param table weights of these languages over language features; {@code null} where the script has one language
 * @param head the head of the table, its labels in the order of {@code languages}; {@code null} without table
 * @param confidence the confidence of the only language in ten-thousandths; 0 with a table
 */
@SuppressWarnings("ArrayRecordComponent") // read by the analyzer as they are
record ScriptGroup(
        int[] languages,
        @Nullable WeightTable table,
        @Nullable LinearHead head,
        int confidence) {
    static ScriptGroup of(int[] languages, WeightTable table, LinearHead head) {
        return new ScriptGroup(languages, table, head, 0);
    }

    static ScriptGroup single(int language, int confidence) {
        return new ScriptGroup(new int[] {language}, null, null, confidence);
    }
}
