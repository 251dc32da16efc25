package io.strowger.bench.reference;

import io.strowger.bench.reference.Timers.Kind;
import io.strowger.engine.command.AssignConversation;
import io.strowger.engine.command.AwaitCustomer;
import io.strowger.engine.command.CancelConversation;
import io.strowger.engine.command.CompleteConversation;
import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.ParkConversation;
import io.strowger.engine.command.Postscript;
import io.strowger.engine.command.TransferConversation;
import io.strowger.engine.command.UnassignConversation;
import io.strowger.engine.configuration.NameTable;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.Requirements;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.AssignmentEnd;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.WrapUpStarted;
import io.strowger.engine.internal.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides completing, cancelling, parking, resuming and transferring. */
final class ConversationCommands {
    static final int MAX_REASON_BYTES = 1_024;

    private final Session session;
    private final Changes changes;

    ConversationCommands(Session session, Changes changes) {
        this.session = session;
        this.changes = changes;
    }

    Outcome complete(Organization organization, CompleteConversation command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        if (conversation == null || isUnknown(organization, command.agent)) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        if (isStale(conversation, command.postscript())) {
            return Outcome.STALE_VERSION;
        }
        if (isTooLong(command.postscript().reason)) {
            return Outcome.INVALID;
        }
        boolean hasAgent = conversation.isHandled() || conversation.isHeld();
        if (!hasAgent || isAnothers(organization, conversation, command.agent)) {
            return Outcome.CONFLICT;
        }
        changes.tellReason(organization, conversation, command.agent, command.postscript().reason);
        changes.endTransfer(organization, conversation, OfferOutcome.CANCELLED);
        long wrapUpNanos = organization.queue(conversation.queue).wrapUpNanos();
        if (conversation.state == RouteState.ASSIGNED && wrapUpNanos > 0) {
            wrapUp(organization, conversation, session.now + wrapUpNanos);
        } else {
            changes.complete(organization, conversation);
        }
        return Outcome.DONE;
    }

    Outcome cancel(Organization organization, CancelConversation command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        if (conversation == null) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        if (isStale(conversation, command.postscript())) {
            return Outcome.STALE_VERSION;
        }
        if (isTooLong(command.postscript().reason)) {
            return Outcome.INVALID;
        }
        boolean isAside = conversation.state == RouteState.PARKED || conversation.state == RouteState.SCHEDULED;
        if (!conversation.isWaiting() && !isAside) {
            return Outcome.CONFLICT;
        }
        changes.tellReason(organization, conversation, new Bytes(), command.postscript().reason);
        changes.endOffers(organization, conversation, OfferOutcome.CANCELLED);
        changes.cancel(organization, conversation);
        return Outcome.DONE;
    }

    Outcome park(Organization organization, ParkConversation command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        if (conversation == null || isUnknown(organization, command.agent)) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        if (isStale(conversation, command.postscript())) {
            return Outcome.STALE_VERSION;
        }
        if (isTooLong(command.postscript().reason)) {
            return Outcome.INVALID;
        }
        boolean isParked = conversation.state == RouteState.PARKED;
        if (command.parked ? isParked : conversation.isWaiting()) {
            return Outcome.UNCHANGED;
        }
        if (command.parked && conversation.state == RouteState.QUEUED) {
            changes.tellReason(organization, conversation, command.agent, command.postscript().reason);
            changes.park(organization, conversation);
            return Outcome.DONE;
        }
        if (!command.parked && isParked) {
            changes.tellReason(organization, conversation, command.agent, command.postscript().reason);
            ConversationQueued event = Placement.again(organization, conversation, QueueReason.RESUMED);
            event.requeues = 0;
            changes.queueAnyway(organization, conversation, event, conversation.requirements);
            return Outcome.DONE;
        }
        return Outcome.CONFLICT;
    }

    Outcome transfer(Organization organization, TransferConversation command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        int queue = organization.names.queues().number(command.queue.toText());
        int to = organization.names.agents().number(command.toAgent.toText());
        boolean isQueueUnknown = !command.queue.isEmpty() && (queue < 0 || organization.removedQueues.contains(queue));
        if (conversation == null
                || isUnknown(organization, command.agent)
                || isUnknown(organization, command.toAgent)
                || isQueueUnknown) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        if (isStale(conversation, command.postscript())) {
            return Outcome.STALE_VERSION;
        }
        if (isTooLong(command.postscript().reason)) {
            return Outcome.INVALID;
        }
        if (!conversation.isHeld() || isAnothers(organization, conversation, command.agent)) {
            return Outcome.CONFLICT;
        }
        int maxTransfers = organization.limits().lifecycle().maxTransfers();
        if (maxTransfers > 0 && conversation.transfers >= maxTransfers) {
            return Outcome.CONFLICT;
        }
        if (command.queue.isEmpty()) {
            return takeOver(organization, conversation, organization.agents.get(to), command);
        }
        ConversationQueued event = Placement.again(organization, conversation, QueueReason.TRANSFERRED);
        List<Requirement> requirements = conversation.requirements;
        if (queue != event.queue) {
            event.queue = queue;
            requirements = Requirements.canonical(organization.queue(queue).requirements());
        }
        if (!command.toAgent.isEmpty()) {
            long until = session.now + organization.limits().preferenceNanos();
            if (to == conversation.agent || !Placement.prefer(organization, event, requirements, to, until)) {
                return Outcome.CONFLICT;
            }
        }
        changes.tellReason(organization, conversation, command.agent, command.postscript().reason);
        changes.endTransfer(organization, conversation, OfferOutcome.RESCINDED);
        changes.endAssignment(organization, conversation, AssignmentEnd.TRANSFERRED);
        changes.queue(organization, conversation, event, requirements);
        return Outcome.DONE;
    }

    private Outcome takeOver(
            Organization organization, Conversation conversation, @Nullable Agent to, TransferConversation command) {
        if (to == null || conversation.state != RouteState.ASSIGNED || to.number == conversation.agent) {
            return Outcome.CONFLICT;
        }
        if (conversation.isOfferedTo(to)) {
            return Outcome.UNCHANGED;
        }
        if (!organization.serves(to, conversation.queue)
                || !organization.canTake(to, organization.signature(conversation))) {
            return Outcome.CONFLICT;
        }
        changes.tellReason(organization, conversation, command.agent, command.postscript().reason);
        changes.endTransfer(organization, conversation, OfferOutcome.RESCINDED);
        changes.startTransfer(
                organization, conversation, to, new AgentOrder(organization, conversation, session.now).key(to));
        return Outcome.DONE;
    }

    Outcome awaitCustomer(Organization organization, AwaitCustomer command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        if (conversation == null || isUnknown(organization, command.agent)) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        if (isStale(conversation, command.postscript())) {
            return Outcome.STALE_VERSION;
        }
        if (isTooLong(command.postscript().reason)) {
            return Outcome.INVALID;
        }
        if (!conversation.isHeld() || isAnothers(organization, conversation, command.agent)) {
            return Outcome.CONFLICT;
        }
        if (conversation.state == RouteState.DORMANT) {
            return Outcome.UNCHANGED;
        }
        changes.tellReason(organization, conversation, command.agent, command.postscript().reason);
        changes.endTransfer(organization, conversation, OfferOutcome.RESCINDED);
        changes.rest(organization, conversation);
        return Outcome.DONE;
    }

    Outcome unassign(Organization organization, UnassignConversation command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        if (conversation == null || isUnknown(organization, command.agent)) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        if (isStale(conversation, command.postscript())) {
            return Outcome.STALE_VERSION;
        }
        if (isTooLong(command.postscript().reason)) {
            return Outcome.INVALID;
        }
        if (!conversation.isHeld() || isAnothers(organization, conversation, command.agent)) {
            return Outcome.CONFLICT;
        }
        changes.tellReason(organization, conversation, command.agent, command.postscript().reason);
        changes.giveBack(organization, conversation);
        return Outcome.DONE;
    }

    /** A supervisor gives it to an agent who is there, whatever else stands against it. */
    Outcome assign(Organization organization, AssignConversation command, Answer answer) {
        Conversation conversation = organization.conversations.get(command.conversation);
        Agent agent = organization.agents.get(organization.names.agents().number(command.toAgent.toText()));
        if (conversation == null || agent == null || agent.removed) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        if (isStale(conversation, command.postscript())) {
            return Outcome.STALE_VERSION;
        }
        if (isTooLong(command.postscript().reason)) {
            return Outcome.INVALID;
        }
        if (conversation.state == RouteState.ASSIGNED && conversation.agent == agent.number) {
            return Outcome.UNCHANGED;
        }
        boolean isThere = agent.connected && agent.status != AgentStatus.OFFLINE;
        boolean isOpen = conversation.isWaiting() || conversation.isHeld() || conversation.state == RouteState.PARKED;
        if (!isOpen || !isThere || agent.offers.size() + agent.handled.size() >= Organization.MAX_HELD) {
            return Outcome.CONFLICT;
        }
        changes.tellReason(organization, conversation, new Bytes(), command.postscript().reason);
        changes.endOffers(organization, conversation, OfferOutcome.RESCINDED);
        if (conversation.isHeld()) {
            changes.endAssignment(organization, conversation, AssignmentEnd.TRANSFERRED, false);
        }
        boolean overCapacity = !organization.hasRoom(agent, organization.signature(conversation));
        changes.force(organization, conversation, agent, overCapacity, command.by);
        changes.assign(organization, conversation, agent, null);
        return Outcome.DONE;
    }

    /** The first conversation of a removed queue moves to the fallback queue. */
    void drain(Organization organization, int queue) {
        Conversation conversation = organization.line.stream()
                .filter(waiting -> waiting.queue == queue)
                .findFirst()
                .orElseThrow();
        ConversationQueued event = Placement.again(organization, conversation, QueueReason.MOVED);
        Placement.prefer(
                organization,
                event,
                conversation.requirements,
                conversation.preferredAgent,
                conversation.preferredUntil);
        changes.queue(organization, conversation, event, conversation.requirements);
    }

    private void wrapUp(Organization organization, Conversation conversation, long until) {
        WrapUpStarted event = new WrapUpStarted();
        event.assignment = conversation.assignment;
        event.conversation = conversation.id;
        event.agent = conversation.agent;
        event.until = until;
        conversation.state = RouteState.WRAP_UP;
        session.timers.arm(Kind.WRAP_UP, organization.number, conversation.id, 0, until);
        session.emit(organization, event);
    }

    /** What is wrong with what a command adds, or null. */
    static @Nullable Outcome refusal(Conversation conversation, Postscript postscript) {
        if (isStale(conversation, postscript)) {
            return Outcome.STALE_VERSION;
        }
        return isTooLong(postscript.reason) ? Outcome.INVALID : null;
    }

    private static boolean isStale(Conversation conversation, Postscript postscript) {
        return postscript.expectedVersion != 0 && postscript.expectedVersion != conversation.changedBy;
    }

    private static boolean isTooLong(Bytes reason) {
        return reason.length() > MAX_REASON_BYTES;
    }

    private static boolean isUnknown(Organization organization, Bytes agent) {
        NameTable agents = organization.names.agents();
        return !agent.isEmpty() && agents.number(agent.toText()) == DomainEvent.NOBODY;
    }

    private static boolean isAnothers(Organization organization, Conversation conversation, Bytes agent) {
        return !agent.isEmpty() && organization.names.agents().number(agent.toText()) != conversation.agent;
    }
}
