package io.strowger.verticles.config;

/**
 * Logging.
 *
 * @param level what is logged
 * @param format how a line looks
 */
public record LogSettings(LogLevel level, LogFormat format) {}
