package io.strowger.engine.pipeline;

/** How the stages share threads. The handlers are the same. */
public enum Topology {
    /** {@link #COMPACT} on up to four cores, else {@link #DEDICATED}. */
    AUTO,
    /** One thread analyzes and decides, one commits and completes. */
    COMPACT,
    /** Threads of their own for analyzing (one or more), deciding, committing and completing. */
    DEDICATED;

    private static final int FEW_CORES = 4;

    /** What {@link #AUTO} stands for on a machine with that many cores. */
    public Topology resolve(int cores) {
        if (this != AUTO) {
            return this;
        }
        return cores <= FEW_CORES ? COMPACT : DEDICATED;
    }
}
