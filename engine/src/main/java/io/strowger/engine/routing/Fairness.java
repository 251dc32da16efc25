package io.strowger.engine.routing;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.FairnessWindowStarted;

/** Keeps the windows in which agents' conversations are counted. Called while events are applied. */
final class Fairness {
    private final RouterState state;
    private final Reviews reviews;

    Fairness(RouterState state, Reviews reviews) {
        this.state = state;
        this.reviews = reviews;
    }

    /** The end of the window that an instant is in: windows begin at whole multiples of their length since 1970. */
    static long end(long now, long windowNanos) {
        return (now / windowNanos + 1) * windowNanos;
    }

    /** A configuration is in force: a window of another length begins now, and only where somebody asks for one. */
    void configured(OrganizationState organization, long now) {
        for (AgentState agent : organization.agents) {
            agent.share.observe(agent.receivesOffers(), now);
        }
        long until =
                isNeeded(organization.names.configuration()) ? end(now, organization.limits.fairnessWindowNanos()) : 0;
        if (until == organization.fairnessUntil) {
            return;
        }
        begin(organization, now, until);
    }

    void windowStarted(OrganizationState organization, FairnessWindowStarted event) {
        begin(organization, event.startedAt, event.until);
        boolean somebodyWaits = Reviews.somebodyWaits(organization);
        for (AgentState agent : organization.agents) {
            if (agent.refresh() && somebodyWaits) {
                reviews.arm(agent, event.startedAt);
            }
        }
    }

    private void begin(OrganizationState organization, long now, long until) {
        for (AgentState agent : organization.agents) {
            agent.share.restart(now);
        }
        state.wheel.cancel(organization.fairnessTimer);
        organization.fairnessUntil = until;
        organization.fairnessTimer = until == 0
                ? TimingWheel.NO_TIMER
                : state.wheel.arm(TimerKind.FAIRNESS, organization.number, TimerKind.sub(organization, 0), until);
    }

    private static boolean isNeeded(OrganizationConfiguration configuration) {
        for (QueueConfiguration queue : configuration.queues()) {
            if (queue.strategy() == Strategy.FEWEST_TODAY) {
                return true;
            }
        }
        for (AgentConfiguration agent : configuration.agents()) {
            if (agent.matching().maxPerWindow() > 0) {
                return true;
            }
        }
        return false;
    }
}
