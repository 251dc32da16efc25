package io.strowger.engine.routing;

import io.strowger.engine.command.AssignConversation;
import io.strowger.engine.command.AwaitCustomer;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.UnassignConversation;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.AssignmentForced;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationRested;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.internal.Bytes;

/** Decides what becomes of an assignment before the conversation is done: it rests, it is given back, it is forced. */
final class AssignmentDecider {
    /** The API, where an agent's id could stand. */
    private static final Bytes NOBODY = new Bytes();

    private final Scope scope;
    private final Placement placement;
    private final Closing closing;
    private final ReturnDecider returns;
    private final Remarks remarks;
    private final AwaitCustomer await = new AwaitCustomer();
    private final UnassignConversation unassign = new UnassignConversation();
    private final AssignConversation assign = new AssignConversation();

    AssignmentDecider(Scope scope, Placement placement, Closing closing, ReturnDecider returns, Remarks remarks) {
        this.scope = scope;
        this.placement = placement;
        this.closing = closing;
        this.returns = returns;
        this.remarks = remarks;
    }

    Outcome awaitCustomer(OrganizationState organization, ByteReader command) {
        await.read(command);
        ConversationState conversation = organization.conversations.find(await.conversation);
        if (conversation == null || isUnknown(organization, await.agent)) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        Outcome refusal = remarks.refusal(conversation, await.postscript());
        if (refusal != null) {
            return refusal;
        }
        if (isAnothers(conversation, await.agent)) {
            return Outcome.CONFLICT;
        }
        if (conversation.state == RouteState.DORMANT) {
            return Outcome.UNCHANGED;
        }
        if (conversation.state != RouteState.ASSIGNED) {
            return Outcome.CONFLICT;
        }
        remarks.tell(conversation, await.agent, await.postscript().reason);
        placement.endTransfer(conversation, OfferOutcome.RESCINDED);
        ConversationRested event = scope.events.conversationRested;
        event.assignment = conversation.assignment;
        event.conversation = conversation.id;
        event.agent = conversation.agent;
        event.restedAt = scope.now();
        scope.emit(organization, event);
        return Outcome.DONE;
    }

    Outcome unassign(OrganizationState organization, ByteReader command) {
        unassign.read(command);
        ConversationState conversation = organization.conversations.find(unassign.conversation);
        if (conversation == null || isUnknown(organization, unassign.agent)) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        Outcome refusal = remarks.refusal(conversation, unassign.postscript());
        if (refusal != null) {
            return refusal;
        }
        if (!isHeld(conversation) || isAnothers(conversation, unassign.agent)) {
            return Outcome.CONFLICT;
        }
        remarks.tell(conversation, unassign.agent, unassign.postscript().reason);
        returns.giveBack(organization, conversation);
        return Outcome.DONE;
    }

    /** A supervisor's word: no skill, queue, status or capacity is asked for, but somebody has to be there. */
    Outcome assign(OrganizationState organization, ByteReader command) {
        assign.read(command);
        ConversationState conversation = organization.conversations.find(assign.conversation);
        int to = organization.agentIndex.find(assign.toAgent);
        if (conversation == null || to == DomainEvent.NOBODY || organization.agents[to].removed) {
            return Outcome.NOT_FOUND;
        }
        scope.about = conversation;
        Outcome refusal = remarks.refusal(conversation, assign.postscript());
        if (refusal != null) {
            return refusal;
        }
        if (conversation.state == RouteState.ASSIGNED && conversation.agent == to) {
            return Outcome.UNCHANGED;
        }
        boolean isOpen = conversation.isWaiting() || conversation.state == RouteState.PARKED || isHeld(conversation);
        if (!isOpen) {
            return Outcome.CONFLICT;
        }
        AgentState agent = organization.agents[to];
        if (agent.status == AgentStatus.OFFLINE || !agent.connected) {
            return scope.refuse(Outcome.CONFLICT, "the agent is offline");
        }
        if (agent.held >= AgentState.MAX_HELD) {
            return scope.refuse(
                    Outcome.CONFLICT, "the agent has " + agent.held + " conversations, the most there can be");
        }
        remarks.tell(conversation, NOBODY, assign.postscript().reason);
        force(conversation, agent);
        return Outcome.DONE;
    }

    private void force(ConversationState conversation, AgentState agent) {
        OrganizationState organization = conversation.organization;
        placement.endAll(conversation, OfferOutcome.RESCINDED);
        if (isHeld(conversation)) {
            closing.endAssignment(conversation, AssignmentEnd.TRANSFERRED);
        }
        CapacityClass capacity = organization.capacity(conversation);
        AssignmentForced forced = scope.events.assignmentForced;
        forced.conversation = conversation.id;
        forced.agent = agent.index;
        forced.overCapacity = !agent.hasRoom(capacity);
        forced.by.set(assign.by);
        scope.emit(organization, forced);
        ConversationAssigned event = scope.events.conversationAssigned;
        event.assignment = scope.state.lastOffer + 1;
        event.conversation = conversation.id;
        event.agent = agent.index;
        event.cost = capacity.cost;
        event.assignedAt = scope.now();
        scope.emit(organization, event);
    }

    private static boolean isHeld(ConversationState conversation) {
        return conversation.state == RouteState.ASSIGNED || conversation.state == RouteState.DORMANT;
    }

    private static boolean isUnknown(OrganizationState organization, Bytes agent) {
        return !agent.isEmpty() && organization.agentIndex.find(agent) == DomainEvent.NOBODY;
    }

    private static boolean isAnothers(ConversationState conversation, Bytes agent) {
        return !agent.isEmpty() && conversation.organization.agentIndex.find(agent) != conversation.agent;
    }
}
