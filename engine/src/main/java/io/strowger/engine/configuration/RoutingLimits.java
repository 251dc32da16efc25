package io.strowger.engine.configuration;

import java.time.Duration;

/**
 * The times and counts of an organization's routing, all with usual defaults.
 *
 * @param declineCooldownNanos how long an agent who declined, or let an offer expire, gets none for that conversation
 * @param missThreshold offers in a row that may expire before an agent counts as not responding
 * @param connectionGraceNanos how long a lost session counts as still there
 * @param returnGraceNanos how long a lost or offline agent's live conversations stay before they return to their queue
 * @param keepIdleNanos how long an agent may be away without losing the place among the idle ones
 * @param reopenWindowNanos how long after its end a message reopens a conversation
 * @param preferenceNanos how long a reopened conversation waits for its last agent first
 * @param maxRequeues how often a conversation may be returned in one stay before it is parked
 * @param idempotencyWindowNanos how long the ids of messages are remembered
 * @param messagesPerSecond messages accepted a second, 0 for no limit
 * @param fairnessWindowNanos how long agents' conversations are counted before the count begins anew, see {@link Strategy#FEWEST_TODAY}
 * @param lifecycle how long conversations live, and how often they change hands
 */
public record RoutingLimits(
        long declineCooldownNanos,
        int missThreshold,
        long connectionGraceNanos,
        long returnGraceNanos,
        long keepIdleNanos,
        long reopenWindowNanos,
        long preferenceNanos,
        int maxRequeues,
        long idempotencyWindowNanos,
        int messagesPerSecond,
        long fairnessWindowNanos,
        Lifecycle lifecycle) {
    /** What holds for everything that an organization does not set. */
    public static final RoutingLimits DEFAULT = new RoutingLimits(
            Duration.ofSeconds(60).toNanos(),
            2,
            Duration.ofSeconds(10).toNanos(),
            Duration.ofSeconds(60).toNanos(),
            Duration.ofMinutes(5).toNanos(),
            Duration.ofHours(72).toNanos(),
            Duration.ofSeconds(30).toNanos(),
            3,
            Duration.ofHours(24).toNanos(),
            0,
            Duration.ofHours(24).toNanos());

    /** Limits with the usual fairness window and lifecycle. */
    public RoutingLimits(
            long declineCooldownNanos,
            int missThreshold,
            long connectionGraceNanos,
            long returnGraceNanos,
            long keepIdleNanos,
            long reopenWindowNanos,
            long preferenceNanos,
            int maxRequeues,
            long idempotencyWindowNanos,
            int messagesPerSecond) {
        this(
                declineCooldownNanos,
                missThreshold,
                connectionGraceNanos,
                returnGraceNanos,
                keepIdleNanos,
                reopenWindowNanos,
                preferenceNanos,
                maxRequeues,
                idempotencyWindowNanos,
                messagesPerSecond,
                Duration.ofHours(24).toNanos());
    }

    /** Limits with the usual lifecycle. */
    public RoutingLimits(
            long declineCooldownNanos,
            int missThreshold,
            long connectionGraceNanos,
            long returnGraceNanos,
            long keepIdleNanos,
            long reopenWindowNanos,
            long preferenceNanos,
            int maxRequeues,
            long idempotencyWindowNanos,
            int messagesPerSecond,
            long fairnessWindowNanos) {
        this(
                declineCooldownNanos,
                missThreshold,
                connectionGraceNanos,
                returnGraceNanos,
                keepIdleNanos,
                reopenWindowNanos,
                preferenceNanos,
                maxRequeues,
                idempotencyWindowNanos,
                messagesPerSecond,
                fairnessWindowNanos,
                Lifecycle.DEFAULT);
    }

    /** The same with another lifecycle. */
    public RoutingLimits with(Lifecycle other) {
        return new RoutingLimits(
                declineCooldownNanos,
                missThreshold,
                connectionGraceNanos,
                returnGraceNanos,
                keepIdleNanos,
                reopenWindowNanos,
                preferenceNanos,
                maxRequeues,
                idempotencyWindowNanos,
                messagesPerSecond,
                fairnessWindowNanos,
                other);
    }
}
