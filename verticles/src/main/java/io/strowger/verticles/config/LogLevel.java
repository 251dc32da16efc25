package io.strowger.verticles.config;

/** What is logged. */
public enum LogLevel {
    /** Only what needs somebody's attention. */
    ERROR,
    /** Also what may need it soon. */
    WARN,
    /** Also what changes the server's state. */
    INFO,
    /** Also what helps to find a fault. */
    DEBUG,
    /** Everything. */
    TRACE
}
