package io.strowger.models;

/** How much work an answer may cost. */
public enum Tier {
    /** The linear model over hashed n-grams, in microseconds. */
    INLINE,
    /** The sentence encoder and its heads, in milliseconds. */
    DEEP,
    /** The inline model first, the deep one only where the inline one is unsure. */
    CASCADE
}
