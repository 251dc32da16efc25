package io.strowger.engine;

import io.strowger.engine.pipeline.Topology;
import java.time.Duration;

/**
 * How an engine runs. Immutable; {@link #DEFAULT} suits a small machine.
 *
 * @param topology how the stages share threads
 * @param analyzers analyzing threads of the dedicated topology, 1 to 64
 * @param ringSize slots of the ring, a power of two from 64 to 1,048,576
 * @param spin how long a stage spins before it yields and blocks, 0 to 1 ms
 * @param maxWait how long an accepted message may wait in the ring: the occupancy limit follows from it
 * @param textLimitBytes the longest text, 1 KiB to 1 MiB of UTF-8
 * @param largeBuffers how many commands above 1 KiB may be in the ring at once
 * @param idempotencyBytes memory for the ids of messages
 */
public record EngineSettings(
        Topology topology,
        int analyzers,
        int ringSize,
        Duration spin,
        Duration maxWait,
        int textLimitBytes,
        int largeBuffers,
        long idempotencyBytes) {
    /** The settings of an engine for which nothing is set. */
    public static final EngineSettings DEFAULT = new EngineSettings(
            Topology.AUTO, 1, 8192, Duration.ofNanos(20_000), Duration.ofMillis(50), 64 << 10, 256, 512L << 20);

    public EngineSettings {
        require(
                Integer.bitCount(ringSize) == 1 && ringSize >= 64 && ringSize <= 1 << 20,
                "engine.ring-size",
                ringSize,
                "a power of two from 64 to 1048576");
        require(analyzers >= 1 && analyzers <= 64, "engine.analyzers", analyzers, "between 1 and 64");
        require(!spin.isNegative() && spin.toMillis() <= 1, "engine.spin", spin, "between 0 and 1 ms");
        require(!maxWait.isNegative() && !maxWait.isZero(), "engine.max-wait", maxWait, "above 0");
        require(
                textLimitBytes >= 1 << 10 && textLimitBytes <= 1 << 20,
                "engine.text-limit",
                textLimitBytes,
                "between 1 KiB and 1 MiB");
        require(
                largeBuffers >= 1 && largeBuffers <= 1 << 16,
                "engine.large-buffers",
                largeBuffers,
                "between 1 and 65536");
        require(idempotencyBytes >= 1 << 20, "idempotency.bytes", idempotencyBytes, "at least 1 MiB");
    }

    private static void require(boolean holds, String key, Object value, String range) {
        if (!holds) {
            throw new IllegalArgumentException(key + " is " + value + ", it must be " + range);
        }
    }
}
