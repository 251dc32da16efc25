package io.strowger.verticles.config;

/** How a log line looks. */
public enum LogFormat {
    /** For people. */
    TEXT,
    /** For machines, one object a line. */
    JSON
}
