package io.strowger.bench.reference;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.internal.Bytes;
import java.util.List;

/** Prepares places in queues. */
final class Placement {
    private Placement() {}

    /** The place that a conversation has or had, in the fallback queue if its own was removed, without a preference. */
    static ConversationQueued again(Organization organization, Conversation conversation, QueueReason reason) {
        ConversationQueued event = new ConversationQueued();
        event.conversation = conversation.id;
        event.stay = conversation.stay;
        event.queue = organization.queueInForce(conversation.queue);
        event.priority = conversation.priority;
        event.queuedAt = conversation.queuedAt;
        event.age = conversation.age;
        event.dueAt = conversation.dueAt;
        event.preferredAgent = DomainEvent.NOBODY;
        event.rule = conversation.rule;
        event.version = conversation.version;
        event.reason = reason;
        event.requeues = conversation.requeues;
        event.tags.set(Bytes.of(conversation.tags));
        return event;
    }

    /** Moves the beginning of a place to an instant, and its own due instant by as much open time. */
    static void renew(Organization organization, Conversation conversation, ConversationQueued event, long now) {
        ServiceTime time = Organization.known(organization.serviceTimes.get(event.queue));
        event.queuedAt = now;
        event.dueAt =
                conversation.dueAt == 0 ? 0 : time.add(now, time.elapsed(conversation.queuedAt, conversation.dueAt));
    }

    /** Prefers an agent if it makes sense to wait for that one; says whether. */
    static boolean prefer(
            Organization organization,
            ConversationQueued event,
            List<Requirement> requirements,
            int number,
            long until) {
        if (number == DomainEvent.NOBODY) {
            return false;
        }
        Agent agent = organization.agent(number);
        boolean suits = !organization.queue(event.queue).offering().pull()
                && agent.isAround()
                && organization.serves(agent, event.queue)
                && agent.meets(requirements);
        if (suits) {
            event.preferredAgent = number;
            event.preferredUntil = until;
        }
        return suits;
    }
}
