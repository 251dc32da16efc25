package io.strowger.verticles.config;

import java.time.Duration;

/**
 * The deep tier.
 *
 * @param enabled whether it runs
 * @param threads sessions that work side by side
 * @param queue messages that may wait for it
 * @param batch messages that a thread takes at once
 * @param timeout how long a session may take for one text, or to load
 */
public record DeepSettings(boolean enabled, int threads, int queue, int batch, Duration timeout) {}
