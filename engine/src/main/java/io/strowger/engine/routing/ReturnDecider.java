package io.strowger.engine.routing;

import io.strowger.engine.configuration.LiveWork;
import io.strowger.engine.event.AgentReviewed;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RouteState;
import org.jspecify.annotations.Nullable;

/** Takes back from an agent what can't stay: after a new configuration, or because the agent is gone for too long. */
final class ReturnDecider {
    private final Scope scope;
    private final Placement placement;
    private final Cooldown cooldown;
    private final AgentDecider agents;

    ReturnDecider(Scope scope, Placement placement, Cooldown cooldown, AgentDecider agents) {
        this.scope = scope;
        this.placement = placement;
        this.cooldown = cooldown;
        this.agents = agents;
    }

    /**
     * Whether an agent has live conversations that return when the agent is gone. What the channel keeps waits for its
     * agent, unless the configuration has the agent no longer.
     */
    static boolean hasReturning(OrganizationState organization, AgentState agent) {
        ConversationState each = agent.assignments.first();
        while (each != null) {
            if (returns(organization, each)) {
                return true;
            }
            each = each.behind;
        }
        return false;
    }

    /** Whether an agent is gone and has live conversations that nobody takes back, as they were to be kept until now. */
    static boolean leavesWork(OrganizationState organization, AgentState agent) {
        return (agent.status == AgentStatus.OFFLINE || agent.lost)
                && agent.returnAt == 0
                && hasReturning(organization, agent);
    }

    /** The live conversations of an agent who is gone return, in the order in which they were assigned. */
    void returnAll(OrganizationState organization, AgentState agent) {
        ConversationState each = agent.assignments.first();
        while (each != null) {
            ConversationState behind = each.behind;
            if (returns(organization, each) && liveWork(organization, each) == LiveWork.PARK) {
                setAside(organization, each);
            } else if (returns(organization, each)) {
                giveBack(organization, each);
            }
            each = behind;
        }
        reviewed(organization, agent, true);
    }

    /** Looks an agent over after a new configuration: a removed one goes offline, offers that no longer fit are revoked. */
    void review(OrganizationState organization, AgentState agent) {
        boolean leavesWork = leavesWork(organization, agent);
        if (agent.removed && agent.status != AgentStatus.OFFLINE || leavesWork && agent.status == AgentStatus.OFFLINE) {
            agents.change(organization, agent, AgentStatus.OFFLINE);
        } else if (leavesWork) {
            agents.lose(organization, agent);
        }
        OfferState offer = agent.offers.first();
        while (offer != null) {
            OfferState behind = offer.behind;
            ConversationState conversation = organization.conversation(offer.conversation);
            if (!agent.serves(conversation.queue)
                    || !agent.meets(conversation.signature())
                    || !agent.takesKind(organization.capacity(conversation).kind)) {
                placement.end(conversation, offer, OfferOutcome.REVOKED);
            }
            offer = behind;
        }
        offer = agent.offers.last();
        while (offer != null) {
            OfferState before = offer.before;
            ConversationState conversation = organization.conversation(offer.conversation);
            if (isTooMuch(agent, organization.capacity(conversation))) {
                placement.end(conversation, offer, OfferOutcome.REVOKED);
            }
            offer = before;
        }
        reviewed(organization, agent, false);
    }

    private static boolean isTooMuch(AgentState agent, CapacityClass capacity) {
        return agent.load(capacity) > agent.configuration.capacity()
                || agent.heldByKind[capacity.kind.code()] > capacity.maxPerAgent;
    }

    private static boolean returns(OrganizationState organization, @Nullable ConversationState conversation) {
        return conversation != null
                && conversation.state == RouteState.ASSIGNED
                && (liveWork(organization, conversation) != LiveWork.KEEP
                        || organization.agents[conversation.agent].removed);
    }

    /** Back to the queue, in the old place and away from this agent; parked when that happened too often. */
    void giveBack(OrganizationState organization, ConversationState conversation) {
        end(organization, conversation);
        if (conversation.requeues < organization.limits.maxRequeues()) {
            ConversationQueued event = placement.again(conversation, QueueReason.REQUEUED);
            event.requeues = conversation.requeues + 1;
            placement.queue(conversation, event);
        } else {
            park(organization, conversation);
        }
    }

    private void setAside(OrganizationState organization, ConversationState conversation) {
        end(organization, conversation);
        park(organization, conversation);
    }

    private void end(OrganizationState organization, ConversationState conversation) {
        placement.endTransfer(conversation, OfferOutcome.RESCINDED);
        AssignmentEnded ended = scope.events.assignmentEnded;
        ended.assignment = conversation.assignment;
        ended.conversation = conversation.id;
        ended.agent = conversation.agent;
        ended.reason = AssignmentEnd.RETURNED;
        ended.excludedUntil = cooldown.until(organization);
        ended.softenedAt = cooldown.softenedAt(organization);
        ended.endedAt = scope.now();
        scope.emit(organization, ended);
    }

    private void park(OrganizationState organization, ConversationState conversation) {
        ConversationParked parked = scope.events.conversationParked;
        parked.conversation = conversation.id;
        scope.emit(organization, parked);
    }

    private static LiveWork liveWork(OrganizationState organization, ConversationState conversation) {
        return organization.channels[conversation.channel].configuration.liveWork();
    }

    private void reviewed(OrganizationState organization, AgentState agent, boolean returned) {
        AgentReviewed event = scope.events.agentReviewed;
        event.agent = agent.index;
        event.returned = returned;
        scope.emit(organization, event);
    }
}
