package io.strowger.verticles.config;

import java.time.Duration;

/**
 * HTTP and WebSocket.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param bodyLimitBytes the largest request body
 * @param idleTimeout after which a silent connection is closed
 */
public record HttpSettings(String host, int port, int bodyLimitBytes, Duration idleTimeout) {}
