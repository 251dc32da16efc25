package io.strowger.models.text;

import org.jspecify.annotations.Nullable;

/** Capitals and the length of one text, as features of the whole. Reused. Belongs to one thread. */
final class TextShape {
    private static final int SHORTEST_SHOUT = 3;
    private static final int SEVERAL_SHOUTS = 3;
    private static final int LENGTH_FLAG = 16;
    private static final String[] LENGTHS = {
        "no words", "one word", "2 or 3 words", "4 to 7 words", "8 to 15 words", "16 to 31 words", "32 words or more"
    };
    private static final int MOST_WORDS = (1 << (LENGTHS.length - 1)) - 1;

    private int words;
    private int shouted;

    void clear() {
        words = 0;
        shouted = 0;
    }

    /** A word, or a run of a script without spaces and capitals. */
    void addWord(int letters, int capitals) {
        words++;
        if (letters >= SHORTEST_SHOUT && capitals == letters) {
            shouted++;
        }
    }

    void addTo(BucketSet message, @Nullable FeatureTrace trace) {
        if (shouted > 0) {
            addFlag(1, "a word in capitals", message, trace);
        }
        if (shouted >= SEVERAL_SHOUTS) {
            addFlag(2, "three words or more in capitals", message, trace);
        }
        int magnitude = Integer.SIZE - Integer.numberOfLeadingZeros(Math.min(words, MOST_WORDS));
        addFlag(LENGTH_FLAG + magnitude, LENGTHS[magnitude], message, trace);
    }

    private static void addFlag(int flag, String what, BucketSet message, @Nullable FeatureTrace trace) {
        int hash = Hashing.feature(flag, Hashing.FLAG);
        message.add(hash);
        if (trace != null) {
            trace.shape(what, hash);
        }
    }
}
