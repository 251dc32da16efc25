package io.strowger.models.text;

import java.util.Arrays;

/** How many letters of each script one text has. Reused. Belongs to one thread. */
final class ScriptLetters {
    /** A bit for each script whose n-grams run across words. */
    private static final int CONTINUOUS = continuousScripts();

    private final int[] letters = new int[Script.count()];

    void clear() {
        Arrays.fill(letters, 0);
    }

    void add(int script, int count) {
        letters[script] += count;
    }

    int count(Script script) {
        return letters[script.code()];
    }

    /** The script with the most letters, the lowest code on a tie; {@link Script#LATIN} without letters. */
    Script dominant() {
        int best = 0;
        for (int code = 1; code < letters.length; code++) {
            if (letters[code] > letters[best]) {
                best = code;
            }
        }
        return Script.ofCode(best);
    }

    /** Whether the script of that code is written without spaces; without looking it up. */
    static boolean isContinuous(int script) {
        return (CONTINUOUS >>> script & 1) != 0;
    }

    private static int continuousScripts() {
        int scripts = 0;
        for (Script script : Script.values()) {
            scripts |= script.isContinuous() ? 1 << script.code() : 0;
        }
        return scripts;
    }
}
