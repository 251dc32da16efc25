package io.strowger.verticles.config;

import java.time.Duration;

/**
 * Tokens.
 *
 * @param lifetime how long a token is valid when its maker is not told otherwise
 * @param clockSkew how far clocks may differ
 */
public record TokenSettings(Duration lifetime, Duration clockSkew) {}
