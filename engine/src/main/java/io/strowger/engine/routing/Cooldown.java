package io.strowger.engine.routing;

import java.util.concurrent.TimeUnit;

/** How long an agent who did not want a conversation, or gave it away, is not asked for it. */
final class Cooldown {
    /** After this time the agent is asked again if nobody else can take the conversation. */
    static final long RECYCLE_AFTER_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final Scope scope;

    Cooldown(Scope scope) {
        this.scope = scope;
    }

    /** The end of an exclusion that begins now; 0 when the organization has none. */
    long until(OrganizationState organization) {
        long cooldownNanos = organization.limits.declineCooldownNanos();
        return cooldownNanos == 0 ? 0 : scope.now() + cooldownNanos;
    }

    /** When an exclusion that begins now softens; 0 when it ends before. */
    long softenedAt(OrganizationState organization) {
        return organization.limits.declineCooldownNanos() > RECYCLE_AFTER_NANOS ? scope.now() + RECYCLE_AFTER_NANOS : 0;
    }
}
