package io.strowger.engine.routing;

import io.strowger.engine.event.MatchingPostponed;

/**
 * Has many agents look for work, or be looked over, one after the other: by timers that are due at once, so that no record
 * grows with the number of agents. Called while events are applied.
 */
final class Reviews {
    private final RouterState state;

    Reviews(RouterState state) {
        this.state = state;
    }

    /** Has an agent looked over next, after those who are already to be. */
    void arm(AgentState agent, long now) {
        if (!state.wheel.isArmed(agent.reviewTimer)) {
            agent.reviewTimer =
                    state.wheel.arm(TimerKind.REVIEW, agent.index, TimerKind.sub(agent.organization, agent.index), now);
        }
    }

    void cancel(AgentState agent) {
        state.wheel.cancel(agent.reviewTimer);
        agent.reviewTimer = TimingWheel.NO_TIMER;
    }

    /** Arms reviews of the agents of those of an agent's queues in which somebody may be asked sooner than before. */
    void delaysSkipped(AgentState loggedOut, long now) {
        for (AgentState agent : loggedOut.organization.agents) {
            if (agent.receivesOffers() && servesOpened(agent)) {
                arm(agent, now);
            }
        }
        for (Membership membership : loggedOut.memberships) {
            membership.queue.rows.opened = false;
        }
    }

    /** A record is full: each agent who could take something is looked over. */
    void postponed(OrganizationState organization, MatchingPostponed event) {
        for (AgentState agent : organization.agents) {
            if (agent.receivesOffers() && agent.takesAny) {
                arm(agent, event.postponedAt);
            }
        }
    }

    private static boolean servesOpened(AgentState agent) {
        for (Membership membership : agent.memberships) {
            QueueRows rows = membership.queue.rows;
            if (rows.opened && rows.isWaitedIn()) {
                return true;
            }
        }
        return false;
    }

    /** Whether any conversation looks for an agent. */
    static boolean somebodyWaits(OrganizationState organization) {
        for (QueueState queue : organization.queues) {
            if (queue.rows.isWaitedIn()) {
                return true;
            }
        }
        for (AgentState agent : organization.agents) {
            if (agent.preferring.size() > 0) {
                return true;
            }
        }
        return false;
    }
}
