package io.strowger.engine.routing;

import io.strowger.engine.event.AgentAvailabilityChanged;
import io.strowger.engine.event.AgentConnectionChanged;
import io.strowger.engine.event.AgentReviewed;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AgentStatusPlanned;
import io.strowger.engine.event.Recovered;

/** Applies what agents and their sessions do. */
final class AgentApplier {
    private final RouterState state;
    private final Exclusions exclusions;
    private final Reviews reviews;

    AgentApplier(RouterState state, Exclusions exclusions, Reviews reviews) {
        this.state = state;
        this.exclusions = exclusions;
        this.reviews = reviews;
    }

    void statusChanged(OrganizationState organization, AgentStatusChanged event, long now) {
        AgentState agent = organization.agents[event.agent];
        if (event.status == AgentStatus.AVAILABLE) {
            agent.missCount = 0;
            if (agent.status == AgentStatus.OFFLINE) {
                exclusions.clear(agent);
            }
        }
        if (event.status == AgentStatus.OFFLINE) { // the next shift begins anew
            agent.pausedKinds = 0;
            agent.activity.clear();
        }
        agent.status = event.status;
        agent.nextStatus = null;
        state.wheel.cancel(agent.nextTimer);
        agent.nextTimer = TimingWheel.NO_TIMER;
        agent.statusSince = event.changedAt;
        agent.idleSince = event.idleSince;
        returnAt(organization, agent, event.returnAt);
        refresh(agent, now);
    }

    void statusPlanned(OrganizationState organization, AgentStatusPlanned event) {
        organization.agents[event.agent].nextStatus = event.status;
    }

    void availabilityChanged(OrganizationState organization, AgentAvailabilityChanged event, long now) {
        AgentState agent = organization.agents[event.agent];
        agent.pausedKinds = event.pausedKinds;
        agent.activity.copyFrom(event.activity);
        refresh(agent, now);
    }

    void connectionChanged(OrganizationState organization, AgentConnectionChanged event, long now) {
        AgentState agent = organization.agents[event.agent];
        if (event.connected && agent.lost) {
            exclusions.clear(agent);
        }
        agent.connected = event.connected;
        agent.lost = event.lost;
        agent.idleSince = event.idleSince;
        boolean inGrace = !event.connected && !event.lost;
        graceUntil(organization, agent, inGrace ? event.graceUntil : 0);
        if (!inGrace) {
            returnAt(organization, agent, event.graceUntil);
        }
        refresh(agent, now);
    }

    void reviewed(OrganizationState organization, AgentReviewed event) {
        AgentState agent = organization.agents[event.agent];
        if (event.returned) {
            returnAt(organization, agent, 0);
        } else {
            reviews.cancel(agent);
            if (agent.receivesOffers()) {
                state.work.add(agent);
            }
        }
    }

    /** All sessions went down with the engine: each has its grace from here. */
    void recovered(Recovered event) {
        for (OrganizationState organization : state.organizations) {
            long graceUntil = event.recoveredAt + organization.limits.connectionGraceNanos();
            for (AgentState agent : organization.agents) {
                if (agent.connected) {
                    agent.connected = false;
                    graceUntil(organization, agent, graceUntil);
                }
            }
            for (AgentState agent : organization.agents) {
                refresh(agent, event.recoveredAt);
            }
        }
    }

    private void graceUntil(OrganizationState organization, AgentState agent, long graceUntil) {
        state.wheel.cancel(agent.graceTimer);
        agent.graceUntil = graceUntil;
        agent.graceTimer = arm(TimerKind.CONNECTION_GRACE, organization, agent, graceUntil);
    }

    private void returnAt(OrganizationState organization, AgentState agent, long returnAt) {
        state.wheel.cancel(agent.returnTimer);
        agent.returnAt = returnAt;
        agent.returnTimer = arm(TimerKind.RETURN_GRACE, organization, agent, returnAt);
    }

    private long arm(int kind, OrganizationState organization, AgentState agent, long dueAt) {
        return dueAt == 0
                ? TimingWheel.NO_TIMER
                : state.wheel.arm(kind, agent.index, TimerKind.sub(organization, agent.index), dueAt);
    }

    private void refresh(AgentState agent, long now) {
        agent.share.observe(agent.receivesOffers(), now);
        if (agent.countLogin()) {
            reviews.delaysSkipped(agent, now);
        }
        if (agent.refresh()) {
            state.work.add(agent);
        }
    }
}
