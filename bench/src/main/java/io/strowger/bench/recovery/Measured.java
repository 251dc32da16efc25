package io.strowger.bench.recovery;

/** What a process measures. */
enum Measured {
    /** Records read and applied a second. */
    APPLY,

    /** From opening the journal to the open gate. */
    START
}
