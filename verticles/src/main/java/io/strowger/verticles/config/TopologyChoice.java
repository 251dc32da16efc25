package io.strowger.verticles.config;

/** Which threads the engine has. */
public enum TopologyChoice {
    /** By the number of cores. */
    AUTO,
    /** One thread analyzes and decides, one commits. */
    COMPACT,
    /** One or more threads analyze, one decides, one commits. */
    DEDICATED
}
