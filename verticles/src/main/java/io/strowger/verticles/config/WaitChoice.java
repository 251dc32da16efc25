package io.strowger.verticles.config;

/** How the engine's threads wait for work. */
public enum WaitChoice {
    /** Spin shortly, then yield, then block. */
    ADAPTIVE,
    /** Never block. */
    SPIN,
    /** Always block. */
    BLOCK
}
