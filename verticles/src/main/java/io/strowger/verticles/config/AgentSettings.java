package io.strowger.verticles.config;

import java.time.Duration;

/**
 * Agent sessions.
 *
 * @param tokenTimeout within which a session must send its token
 * @param pingInterval how often it is asked for a sign of life
 */
public record AgentSettings(Duration tokenTimeout, Duration pingInterval) {}
