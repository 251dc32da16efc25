package io.strowger.bench.recovery;

/** What a process measures. */
enum Measured {
    /** Records read and applied a second. */
    APPLY,

    /** The same once more in the same process, whose JVM has compiled what is used often. */
    APPLY_AGAIN,

    /** From opening the journal to the open gate. */
    START
}
