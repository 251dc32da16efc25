package io.strowger.bench.reference;

import io.strowger.engine.command.Outcome;
import io.strowger.engine.command.PickConversation;
import io.strowger.engine.event.ConversationPicked;
import io.strowger.engine.event.OfferOutcome;
import io.strowger.engine.event.RouteState;
import org.jspecify.annotations.Nullable;

/** Decides what agents take from queues that offer nothing. */
final class Picks {
    private final Session session;
    private final Changes changes;
    private final Matching matching;

    Picks(Session session, Changes changes, Matching matching) {
        this.session = session;
        this.changes = changes;
        this.matching = matching;
    }

    Outcome pick(Organization organization, PickConversation command, Answer answer) {
        Agent agent = organization.agents.get(organization.names.agents().number(command.agent.toText()));
        if (agent == null || agent.removed) {
            return Outcome.NOT_FOUND;
        }
        return command.conversation == PickConversation.NEXT
                ? next(organization, agent, command, answer)
                : one(organization, agent, organization.conversations.get(command.conversation), command, answer);
    }

    private Outcome one(
            Organization organization,
            Agent agent,
            @Nullable Conversation conversation,
            PickConversation command,
            Answer answer) {
        if (conversation == null) {
            return Outcome.NOT_FOUND;
        }
        answer.about = conversation;
        Outcome refusal = ConversationCommands.refusal(conversation, command.postscript());
        if (refusal != null) {
            return refusal;
        }
        if (conversation.state == RouteState.ASSIGNED && conversation.agent == agent.number) {
            return Outcome.UNCHANGED;
        }
        if (!organization.canBePicked(conversation)
                || !organization.serves(agent, conversation.queue)
                || !organization.canTake(agent, organization.signature(conversation))
                || !Matching.mayAsk(conversation, agent)
                || !organization.isOpen(agent, conversation)) {
            return Outcome.CONFLICT;
        }
        take(organization, conversation, agent, command, false);
        return Outcome.DONE;
    }

    private Outcome next(Organization organization, Agent agent, PickConversation command, Answer answer) {
        String name = command.queue.toText();
        int queue = organization.names.queues().number(name);
        if (!name.isEmpty() && (queue < 0 || organization.removedQueues.contains(queue))) {
            return Outcome.NOT_FOUND;
        }
        if (command.postscript().reason.length() > ConversationCommands.MAX_REASON_BYTES) {
            return Outcome.INVALID;
        }
        Conversation first = matching.next(organization, agent, name.isEmpty() ? -1 : queue);
        if (first == null) {
            return Outcome.CONFLICT;
        }
        answer.about = first;
        take(organization, first, agent, command, true);
        return Outcome.DONE;
    }

    private void take(
            Organization organization, Conversation conversation, Agent agent, PickConversation command, boolean next) {
        changes.tellReason(organization, conversation, command.agent, command.postscript().reason);
        changes.endOffers(organization, conversation, OfferOutcome.RESCINDED);
        ConversationPicked event = new ConversationPicked();
        event.conversation = conversation.id;
        event.agent = agent.number;
        event.queue = conversation.queue;
        event.next = next;
        session.emit(organization, event);
        changes.assign(organization, conversation, agent, null);
    }
}
