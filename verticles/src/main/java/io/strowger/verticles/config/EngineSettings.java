package io.strowger.verticles.config;

import java.time.Duration;

/**
 * The engine's threads and sizes.
 *
 * @param topology which threads there are
 * @param analyzers how many threads analyze in the dedicated topology; 0 for as many as the cores suggest
 * @param ringSize commands in the ring, a power of two
 * @param waiting how threads wait for work
 * @param spin how long they spin first
 * @param maxWait how long an accepted message may wait in the ring
 * @param textLimitBytes the longest text
 */
public record EngineSettings(
        TopologyChoice topology,
        int analyzers,
        int ringSize,
        WaitChoice waiting,
        Duration spin,
        Duration maxWait,
        int textLimitBytes) {}
