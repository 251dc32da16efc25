package io.strowger.models.text;

/** The hash of n-grams. Part of the model format: a change makes every trained weight worthless. */
final class Hashing {
    static final int WORD = 0x51ED270B;
    static final int WORD_PAIR = 0x2545F491;
    static final int PUNCTUATION_RUN = 0x3C6EF372;
    static final int SYMBOL = 0x1B873593;
    static final int FLAG = 0x7F4A7C15;

    /** Where the last one, two or three characters of an n-gram are. */
    static final long ONE = 0xFFFFL;

    static final long TWO = 0xFFFF_FFFFL;
    static final long THREE = 0xFFFF_FFFF_FFFFL;

    private static final int EMPTY = 0x811C9DC5;
    private static final int PRIME = 0x01000193;
    private static final long FIRST_FACTOR = 0x9E3779B97F4A7C15L;
    private static final long SECOND_FACTOR = 0xBF58476D1CE4E5B9L;

    private Hashing() {}

    /** The hash of nothing, to be extended. */
    static int empty() {
        return EMPTY;
    }

    /** Extends a hash by one character. */
    static int extend(int hash, int character) {
        return (hash ^ character) * PRIME;
    }

    /**
     * Spreads a character n-gram over all 32 bits: two rounds of multiply and shift, after the finalizer of SplitMix64
     * (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014). Grams of one text don't depend on
     * each other, so the processor works on several at once.
     *
     * @param characters up to four, the last one lowest
     */
    static int gram(long characters) {
        long h = characters * FIRST_FACTOR;
        h ^= h >>> 29;
        return (int) (h * SECOND_FACTOR >>> Integer.SIZE);
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
