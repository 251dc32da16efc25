package io.strowger.engine;

import io.strowger.engine.configuration.OrganizationBuilder;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.RoutingLimits;

/** Small organizations for tests. */
public final class TestOrganizations {
    private TestOrganizations() {}

    /** One channel, two queues, two agents, one rule. */
    public static OrganizationConfiguration shop() {
        return new OrganizationBuilder("shop")
                .channel("web-chat")
                .queue("general")
                .queue("billing")
                .agent("ada", "billing", "general")
                .agent("bob", "general")
                .rule("money", "text.contains('charged')", "billing", 80)
                .build();
    }

    /** The usual limits, and so many messages a second. */
    public static RoutingLimits limitedTo(int messagesPerSecond) {
        RoutingLimits usual = RoutingLimits.DEFAULT;
        return new RoutingLimits(
                usual.declineCooldownNanos(),
                usual.missThreshold(),
                usual.connectionGraceNanos(),
                usual.returnGraceNanos(),
                usual.keepIdleNanos(),
                usual.reopenWindowNanos(),
                usual.preferenceNanos(),
                usual.maxRequeues(),
                usual.idempotencyWindowNanos(),
                messagesPerSecond);
    }
}
