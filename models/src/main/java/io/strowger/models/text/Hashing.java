package io.strowger.models.text;

/** The hash of n-grams. Part of the model format: a change makes every trained weight worthless. */
final class Hashing {
    static final int WORD = 0x51ED270B;
    static final int WORD_PAIR = 0x2545F491;
    static final int PUNCTUATION_RUN = 0x3C6EF372;
    static final int SYMBOL = 0x1B873593;
    static final int FLAG = 0x7F4A7C15;

    private static final int EMPTY = 0x811C9DC5;
    private static final int PRIME = 0x01000193;
    private static final int LENGTH_STEP = 0x9E3779B1;

    private Hashing() {}

    /** The hash of nothing, to be extended. */
    static int empty() {
        return EMPTY;
    }

    /** Extends a hash by one character. */
    static int extend(int hash, int character) {
        return (hash ^ character) * PRIME;
    }

    /** Spreads the hash of a character n-gram of that length over all 32 bits. */
    static int gram(int hash, int length) {
        return spread(hash + length * LENGTH_STEP);
    }

    /** Spreads a hash over all 32 bits; features of another kind come out elsewhere. */
    static int feature(int hash, int kind) {
        return spread(hash ^ kind);
    }

    private static int spread(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        h ^= h >>> 16;
        return h;
    }
}
