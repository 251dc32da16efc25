package io.strowger.engine.routing;

import io.strowger.engine.command.AgentConnection;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.SetAgentStatus;
import io.strowger.engine.event.AgentConnectionChanged;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AgentStatusPlanned;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.InvariantViolation;

/** Decides what agents declare and what becomes of their sessions. */
final class AgentDecider {
    private final Scope scope;
    private final OfferDecider offers;
    private final SetAgentStatus status = new SetAgentStatus();
    private final AgentConnection connection = new AgentConnection();

    AgentDecider(Scope scope, OfferDecider offers) {
        this.scope = scope;
        this.offers = offers;
    }

    Outcome decideStatus(OrganizationState organization, ByteReader command) {
        status.read(command);
        int index = organization.agentIndex.find(status.agent);
        if (index == DomainEvent.NOBODY || organization.agents[index].removed) {
            return Outcome.NOT_FOUND;
        }
        if (status.status == AgentStatus.NOT_RESPONDING) {
            return scope.refuse(Outcome.INVALID, "NOT_RESPONDING is set by the engine only");
        }
        AgentState agent = organization.agents[index];
        scope.decision.agent = index;
        boolean isLater = status.whenFree && status.status != AgentStatus.AVAILABLE && agent.assignments.size() > 0;
        if (isLater && agent.status != AgentStatus.OFFLINE) {
            return plan(organization, agent);
        }
        if (agent.status == status.status && agent.nextStatus == null) {
            return Outcome.UNCHANGED;
        }
        change(organization, agent, status.status);
        return Outcome.DONE;
    }

    /** Until everything is done the agent takes nothing new. */
    private Outcome plan(OrganizationState organization, AgentState agent) {
        if (agent.nextStatus == status.status) {
            return Outcome.UNCHANGED;
        }
        if (agent.status == AgentStatus.AVAILABLE || agent.status == AgentStatus.NOT_RESPONDING) {
            change(organization, agent, AgentStatus.DRAINING);
        }
        AgentStatusPlanned event = scope.events.agentStatusPlanned;
        event.agent = agent.index;
        event.status = status.status;
        scope.emit(organization, event);
        return Outcome.DONE;
    }

    /** Everything is done: the agent takes the status that was planned. */
    void takeNextStatus(OrganizationState organization, AgentState agent) {
        AgentStatus next = agent.nextStatus;
        if (next == null) {
            throw new InvariantViolation("agent " + agent.index + " has no next status");
        }
        change(organization, agent, next);
    }

    Outcome decideConnection(OrganizationState organization, ByteReader command) {
        connection.read(command);
        int index = organization.agentIndex.find(connection.agent);
        if (index == DomainEvent.NOBODY || connection.connected && organization.agents[index].removed) {
            return Outcome.NOT_FOUND;
        }
        AgentState agent = organization.agents[index];
        scope.decision.agent = index;
        if (agent.connected == connection.connected) {
            return Outcome.UNCHANGED;
        }
        AgentConnectionChanged event = scope.events.agentConnectionChanged;
        event.agent = index;
        event.connected = connection.connected;
        event.lost = false;
        if (connection.connected) {
            event.graceUntil = agent.status == AgentStatus.OFFLINE ? agent.returnAt : 0;
            event.idleSince = agent.lost ? scope.now() : agent.idleSince;
        } else {
            event.graceUntil = scope.now() + organization.limits.connectionGraceNanos();
            event.idleSince = agent.idleSince;
        }
        scope.emit(organization, event);
        return Outcome.DONE;
    }

    /** Sets an agent's status, with what follows for the agent's offers and live conversations. */
    void change(OrganizationState organization, AgentState agent, AgentStatus to) {
        AgentStatusChanged event = scope.events.agentStatusChanged;
        event.agent = agent.index;
        event.status = to;
        event.changedAt = scope.now();
        event.idleSince = idleSince(organization, agent, to);
        event.returnAt = to == AgentStatus.OFFLINE || agent.lost ? returnAt(organization, agent) : 0;
        scope.emit(organization, event);
        if (to != AgentStatus.AVAILABLE) {
            offers.revokeAll(organization, agent);
        }
    }

    /** The grace of a session that went away is over. */
    void lose(OrganizationState organization, AgentState agent) {
        AgentConnectionChanged event = scope.events.agentConnectionChanged;
        event.agent = agent.index;
        event.connected = false;
        event.lost = true;
        event.graceUntil = returnAt(organization, agent);
        event.idleSince = agent.idleSince;
        scope.emit(organization, event);
        offers.revokeAll(organization, agent);
    }

    /** When the live conversations of an agent who is gone return; 0 when there are none that would. */
    private long returnAt(OrganizationState organization, AgentState agent) {
        if (agent.returnAt != 0) {
            return agent.returnAt;
        }
        return ReturnDecider.hasReturning(organization, agent)
                ? scope.now() + organization.limits.returnGraceNanos()
                : 0;
    }

    /** A short absence keeps the place among the idle; logging in never gains one. */
    private long idleSince(OrganizationState organization, AgentState agent, AgentStatus to) {
        boolean keeps = switch (agent.status) {
            case AVAILABLE -> true;
            case AWAY, DRAINING -> scope.now() - agent.statusSince < organization.limits.keepIdleNanos();
            case NOT_RESPONDING -> to != AgentStatus.AVAILABLE;
            case OFFLINE -> false;
        };
        return keeps ? agent.idleSince : scope.now();
    }
}
