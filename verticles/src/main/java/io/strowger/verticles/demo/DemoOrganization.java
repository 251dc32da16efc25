package io.strowger.verticles.demo;

import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.RoutingLimits;
import java.time.Duration;

/** The organization of a demonstration: people's minutes pass in seconds there. */
final class DemoOrganization {
    private static final long OFFER_NANOS = Duration.ofSeconds(4).toNanos();
    private static final long WRAP_UP_NANOS = Duration.ofMillis(800).toNanos();
    private static final long COOLDOWN_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long CONNECTION_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long RETURN_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long PREFERENCE_NANOS = Duration.ofSeconds(3).toNanos();

    private DemoOrganization() {}

    /** The same organization in which nobody has to wait long for an offer to expire or a lost agent to be given up. */
    static OrganizationConfiguration shortened(OrganizationConfiguration usual) {
        RoutingLimits limits = usual.limits();
        return new OrganizationConfiguration(
                usual.id(),
                usual.channels(),
                usual.queues().stream().map(DemoOrganization::shortened).toList(),
                usual.agents(),
                usual.rules(),
                usual.fallbackQueue(),
                new RoutingLimits(
                        COOLDOWN_NANOS,
                        limits.missThreshold(),
                        CONNECTION_NANOS,
                        RETURN_NANOS,
                        limits.keepIdleNanos(),
                        limits.reopenWindowNanos(),
                        PREFERENCE_NANOS,
                        limits.maxRequeues(),
                        limits.idempotencyWindowNanos(),
                        limits.messagesPerSecond()));
    }

    private static QueueConfiguration shortened(QueueConfiguration usual) {
        return new QueueConfiguration(
                usual.id(),
                usual.name(),
                usual.order(),
                usual.nanosPerPoint(),
                usual.strategy(),
                usual.priority(),
                usual.requirements(),
                Math.min(usual.offerTimeoutNanos(), OFFER_NANOS),
                Math.min(usual.wrapUpNanos(), WRAP_UP_NANOS),
                usual.autoAccept());
    }
}
