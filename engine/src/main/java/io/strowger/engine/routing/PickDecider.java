package io.strowger.engine.routing;

import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.PickConversation;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationPicked;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.ByteReader;
import org.jspecify.annotations.Nullable;

/** Decides what agents take from queues that offer nothing. Of two who pick one conversation the first gets it. */
final class PickDecider {
    private final Scope scope;
    private final Matching matching;
    private final Placement placement;
    private final Remarks remarks;
    private final PickConversation pick = new PickConversation();

    PickDecider(Scope scope, Matching matching, Placement placement, Remarks remarks) {
        this.scope = scope;
        this.matching = matching;
        this.placement = placement;
        this.remarks = remarks;
    }

    Outcome pick(OrganizationState organization, ByteReader command) {
        pick.read(command);
        int number = organization.agentIndex.find(pick.agent);
        if (number == DomainEvent.NOBODY || organization.agents[number].removed) {
            return Outcome.NOT_FOUND;
        }
        AgentState agent = organization.agents[number];
        return pick.conversation == PickConversation.NEXT
                ? pickNext(organization, agent)
                : pickOne(organization.conversations.find(pick.conversation), agent);
    }

    private Outcome pickOne(@Nullable ConversationState conversation, AgentState agent) {
        if (conversation == null) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        Outcome refusal = remarks.refusal(conversation, pick.postscript());
        if (refusal != null) {
            return refusal;
        }
        if (conversation.state == RouteState.ASSIGNED && conversation.agent == agent.index) {
            return Outcome.UNCHANGED;
        }
        if (!conversation.isWaiting()) {
            return Outcome.CONFLICT;
        }
        String obstacle = obstacle(conversation, agent);
        if (obstacle != null) {
            return scope.refuse(Outcome.CONFLICT, obstacle);
        }
        take(conversation, agent, false);
        return Outcome.DONE;
    }

    private Outcome pickNext(OrganizationState organization, AgentState agent) {
        QueueState queue = null;
        if (!pick.queue.isEmpty()) {
            int number = organization.queueIndex.find(pick.queue);
            if (number == DomainEvent.NOBODY || organization.queues[number].removed) {
                return Outcome.NOT_FOUND;
            }
            queue = organization.queues[number];
        }
        Outcome refusal = remarks.refusal(pick.postscript().reason);
        if (refusal != null) {
            return refusal;
        }
        String absence = absence(agent);
        if (absence != null) {
            return scope.refuse(Outcome.CONFLICT, absence);
        }
        ConversationState next = matching.nextToPick(agent, queue);
        if (next == null) {
            return scope.refuse(Outcome.CONFLICT, "nothing waits that the agent could pick now");
        }
        scope.about = next;
        take(next, agent, true);
        return Outcome.DONE;
    }

    private void take(ConversationState conversation, AgentState agent, boolean next) {
        OrganizationState organization = conversation.organization;
        remarks.tell(conversation, pick.agent, pick.postscript().reason);
        // Of the time when the queue still offered.
        placement.endAll(conversation, OfferOutcome.RESCINDED);
        ConversationPicked picked = scope.events.conversationPicked;
        picked.conversation = conversation.id;
        picked.agent = agent.index;
        picked.queue = conversation.queue;
        picked.next = next;
        scope.emit(organization, picked);
        ConversationAssigned event = scope.events.conversationAssigned;
        event.assignment = scope.state.lastOffer + 1;
        event.conversation = conversation.id;
        event.agent = agent.index;
        event.cost = organization.capacity(conversation).cost;
        event.assignedAt = scope.now();
        scope.emit(organization, event);
    }

    /** What stands against an agent's taking a waiting conversation, or null. */
    private static @Nullable String obstacle(ConversationState conversation, AgentState agent) {
        if (!conversation.isPulled()) {
            return "the conversation's queue offers its conversations; agents pick from queues with pull: true";
        }
        QueueRows rows = conversation.organization.queues[conversation.queue].rows;
        boolean suits = agent.serves(conversation.queue)
                && agent.canTake(conversation.signature())
                && conversation.mayAsk(agent)
                && agent.membership(conversation.queue).level < rows.open(conversation.reach);
        return suits
                ? null
                : "the agent is " + Verdicts.of(conversation, agent).hindrance().words();
    }

    private static @Nullable String absence(AgentState agent) {
        return agent.receivesOffers() ? null : "the agent is not available";
    }
}
