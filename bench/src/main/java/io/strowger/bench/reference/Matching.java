package io.strowger.bench.reference;

import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.DomainEvent;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings waiting conversations and agents together until no pair is left. */
final class Matching {
    private static final int MAX_COUNTED = 8;

    private final Changes changes;
    private final Exclusions exclusions;

    Matching(Changes changes, Exclusions exclusions) {
        this.changes = changes;
        this.exclusions = exclusions;
    }

    /** First agents who can take more, by number; then conversations that wait anew, by queue and place. */
    void run(Organization organization) {
        List<Agent> agents = organization.lookingAgents.stream()
                .sorted(Comparator.comparingInt(agent -> agent.number))
                .toList();
        for (Agent agent : agents) {
            for (Conversation next = first(organization, agent); next != null; next = first(organization, agent)) {
                if (!place(organization, next)) {
                    throw new IllegalStateException("conversation " + next.id + " suits nobody");
                }
            }
        }
        List<Conversation> conversations = organization.lookingConversations.stream()
                .sorted(Comparator.<Conversation>comparingInt(conversation -> conversation.queue)
                        .thenComparingLong(conversation -> key(organization, conversation))
                        .thenComparingLong(conversation -> conversation.queuedAt)
                        .thenComparingLong(conversation -> conversation.id))
                .toList();
        conversations.forEach(conversation -> place(organization, conversation));
        organization.lookingConversations.clear();
        organization.lookingAgents.clear();
    }

    /** Which conversation an agent should get next: one that prefers the agent, else by the agent's list of queues. */
    private @Nullable Conversation first(Organization organization, Agent agent) {
        List<Conversation> suitable = organization.waiting().stream()
                .filter(conversation -> organization.serves(agent, conversation.queue))
                .filter(conversation -> organization.canTake(agent, organization.signature(conversation)))
                .toList();
        Conversation preferring = suitable.stream()
                .filter(conversation -> conversation.preferredAgent == agent.number)
                .min(Comparator.<Conversation>comparingLong(conversation -> key(organization, conversation))
                        .thenComparingLong(conversation -> conversation.queuedAt)
                        .thenComparingLong(conversation -> conversation.id))
                .orElse(null);
        if (preferring != null) {
            return preferring;
        }
        for (String name : agent.configuration.queues()) {
            int queue = organization.names.queues().number(name);
            Conversation first = suitable.stream()
                    .filter(conversation -> conversation.queue == queue)
                    .filter(conversation -> conversation.preferredAgent == DomainEvent.NOBODY)
                    .filter(conversation -> !isExcluded(conversation, agent) || isSoftlyExcluded(conversation, agent))
                    .min(organization.order(queue))
                    .orElse(null);
            if (first != null) {
                return first;
            }
        }
        return null;
    }

    /** Offers a conversation to its best agent, or assigns it; false when nobody can have it. */
    private boolean place(Organization organization, Conversation conversation) {
        if (!organization.waiting().contains(conversation)) {
            return false;
        }
        List<Agent> able = organization.agents.values().stream()
                .filter(agent -> organization.serves(agent, conversation.queue))
                .filter(agent -> organization.canTake(agent, organization.signature(conversation)))
                .toList();
        if (conversation.preferredAgent != DomainEvent.NOBODY) {
            Agent preferred = organization.agent(conversation.preferredAgent);
            if (able.contains(preferred)) {
                give(organization, conversation, preferred, 1);
            }
            return able.contains(preferred);
        }
        List<Agent> free = able.stream()
                .filter(agent -> !isExcluded(conversation, agent))
                .sorted(order(organization, conversation.queue))
                .toList();
        if (!free.isEmpty()) {
            give(organization, conversation, free.get(0), Math.min(free.size(), MAX_COUNTED));
            return true;
        }
        for (Exclusion exclusion : conversation.exclusions) {
            Agent agent = organization.agent(exclusion.agent());
            if (exclusion.soft() && able.contains(agent)) {
                exclusions.end(organization, conversation, exclusion);
                give(organization, conversation, agent, 1);
                return true;
            }
        }
        return false;
    }

    /** Which agent of a queue comes first. */
    private static Comparator<Agent> order(Organization organization, int queue) {
        Comparator<Agent> byLoad = (one, other) -> Long.compare(
                (long) one.used() * other.configuration.capacity(), (long) other.used() * one.configuration.capacity());
        Comparator<Agent> byStrategy = organization.queue(queue).strategy() == Strategy.LEAST_LOADED
                ? byLoad
                : Comparator.comparingLong(agent -> agent.idleSince);
        return Comparator.<Agent>comparingInt(agent -> organization.tier(agent, queue))
                .thenComparing(byStrategy)
                .thenComparingLong(agent -> agent.idleSince)
                .thenComparingLong(agent -> agent.lastOfferedAt)
                .thenComparingInt(agent -> agent.number);
    }

    private void give(Organization organization, Conversation conversation, Agent agent, int eligible) {
        QueueConfiguration queue = organization.queue(conversation.queue);
        if (queue.autoAccept()) {
            changes.assign(organization, conversation, agent, null);
        } else {
            changes.offer(organization, conversation, agent, eligible, strategyKey(queue, agent));
        }
    }

    /** The share of the capacity in use in parts of 2^32, or the time since when the agent waits. */
    static long strategyKey(QueueConfiguration queue, Agent agent) {
        return queue.strategy() == Strategy.LEAST_LOADED
                ? BigInteger.valueOf(agent.used())
                        .shiftLeft(Integer.SIZE)
                        .divide(BigInteger.valueOf(agent.configuration.capacity()))
                        .longValueExact()
                : agent.idleSince;
    }

    private static boolean isExcluded(Conversation conversation, Agent agent) {
        return conversation.exclusion(agent.number) != null;
    }

    private static boolean isSoftlyExcluded(Conversation conversation, Agent agent) {
        Exclusion exclusion = conversation.exclusion(agent.number);
        return exclusion != null && exclusion.soft();
    }

    private static long key(Organization organization, Conversation conversation) {
        return organization.orderKey(conversation.queue, conversation.priority, conversation.queuedAt);
    }
}
