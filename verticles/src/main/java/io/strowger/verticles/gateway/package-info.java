/**
 * The HTTP server: messages in, reads, configuration, event streams, agent sessions, health and metrics. Every request is
 * handled by the event loop of its connection; nothing here waits.
 */
@NullMarked
package io.strowger.verticles.gateway;

import org.jspecify.annotations.NullMarked;
