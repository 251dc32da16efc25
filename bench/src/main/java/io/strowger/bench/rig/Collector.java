package io.strowger.bench.rig;

/** The garbage collector of the measuring process. */
enum Collector {
    /** Java's usual one. */
    G1("-XX:+UseG1GC"),
    /** With pauses far below a millisecond. */
    ZGC("-XX:+UseZGC"),
    /** With the least work in between, and the longest pauses. */
    PARALLEL("-XX:+UseParallelGC");

    private final String flag;

    Collector(String flag) {
        this.flag = flag;
    }

    /** The option of {@code java} that chooses it. */
    String flag() {
        return flag;
    }
}
