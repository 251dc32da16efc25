package io.strowger.bench.reference;

import io.strowger.engine.configuration.CrossQueueOrder;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Strategy;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.MatchingPostponed;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings waiting conversations and agents together until no pair is left. */
final class Matching {
    private static final int MAX_COUNTED = 8;
    private static final int MAX_EVENTS = 32_768;

    private final Session session;
    private final Lots lots;
    private final Changes changes;
    private final Exclusions exclusions;
    final Batches batches;

    Matching(Session session, Changes changes, Exclusions exclusions) {
        this.session = session;
        this.lots = new Lots(session);
        this.changes = changes;
        this.exclusions = exclusions;
        this.batches = new Batches(session, this);
    }

    /** First agents who can take more, by number; then conversations that wait anew, by queue and place. */
    void run(Organization organization) {
        List<Agent> agents = organization.lookingAgents.stream()
                .sorted(Comparator.comparingInt(agent -> agent.number))
                .toList();
        for (Agent agent : agents) {
            for (Conversation next = first(organization, agent);
                    next != null && !isFull();
                    next = first(organization, agent)) {
                if (!place(organization, next)) {
                    throw new IllegalStateException("conversation " + next.id + " suits nobody");
                }
            }
            batches.open(organization, agent);
        }
        List<Conversation> conversations = organization.lookingConversations.stream()
                .sorted(Comparator.<Conversation>comparingInt(conversation -> conversation.queue)
                        .thenComparingLong(conversation -> key(organization, conversation))
                        .thenComparingLong(conversation -> conversation.queuedAt - conversation.age)
                        .thenComparingLong(conversation -> conversation.id))
                .toList();
        for (Conversation conversation : conversations) {
            if (Batches.isBatched(organization, conversation)) {
                batches.open(organization, conversation);
            } else {
                place(organization, conversation);
            }
        }
        if (isFull() && agents.size() + conversations.size() > 0) {
            postpone(organization);
        }
        organization.lookingConversations.clear();
        organization.lookingAgents.clear();
    }

    private boolean isFull() {
        return session.events.size() >= MAX_EVENTS;
    }

    /** Whoever could take something looks for it later. */
    private void postpone(Organization organization) {
        organization.agents.values().stream()
                .filter(agent -> !organization.takes(agent).isEmpty())
                .forEach(agent -> session.armReview(organization, agent));
        MatchingPostponed event = new MatchingPostponed();
        event.postponedAt = session.now;
        session.emit(organization, event);
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
                        .thenComparingLong(conversation -> conversation.queuedAt - conversation.age)
                        .thenComparingLong(conversation -> conversation.id))
                .orElse(null);
        if (preferring != null) {
            return preferring;
        }
        return first(
                organization,
                agent,
                suitable.stream()
                        .filter(conversation -> conversation.preferredAgent == DomainEvent.NOBODY)
                        .toList());
    }

    /** Which conversation an agent gets who picks the next one, from one of the own queues, -1 for all. */
    @Nullable
    Conversation next(Organization organization, Agent agent, int queue) {
        return first(
                organization,
                agent,
                organization.line.stream()
                        .filter(organization::canBePicked)
                        .filter(conversation -> conversation.offers.isEmpty())
                        .filter(conversation -> queue < 0 || conversation.queue == queue)
                        .filter(conversation -> organization.serves(agent, conversation.queue))
                        .filter(conversation -> organization.canTake(agent, organization.signature(conversation)))
                        .toList());
    }

    private static @Nullable Conversation first(Organization organization, Agent agent, List<Conversation> suitable) {
        List<Conversation> possible = suitable.stream()
                .filter(conversation -> !Batches.isBatched(organization, conversation))
                .filter(conversation -> organization.isOpen(agent, conversation))
                .filter(conversation -> mayAsk(conversation, agent))
                .toList();
        boolean strict = agent.configuration.matching().order() == CrossQueueOrder.STRICT;
        return possible.stream()
                .min(Comparator.<Conversation>comparingInt(
                                conversation -> strict ? organization.tier(agent, conversation.queue) : 0)
                        .thenComparingInt(conversation ->
                                organization.queue(conversation.queue).order() == OrderPolicy.PRIORITY_FIFO ? 0 : 1)
                        .thenComparingLong(conversation -> key(organization, conversation))
                        .thenComparingLong(conversation -> conversation.queuedAt - conversation.age)
                        .thenComparingLong(conversation -> conversation.id))
                .orElse(null);
    }

    /** Offers a conversation to its best agents, or assigns it; false when nobody can have it. */
    boolean place(Organization organization, Conversation conversation) {
        boolean placed = false;
        while (!isFull() && placeOnce(organization, conversation)) {
            placed = true;
        }
        return placed;
    }

    private boolean placeOnce(Organization organization, Conversation conversation) {
        if (!organization.waiting().contains(conversation)) {
            return false;
        }
        List<Agent> able = able(organization, conversation);
        if (conversation.preferredAgent != DomainEvent.NOBODY) {
            Agent preferred = organization.agent(conversation.preferredAgent);
            if (able.contains(preferred)) {
                give(organization, conversation, preferred, 1);
            }
            return able.contains(preferred);
        }
        List<Agent> free = free(organization, conversation);
        if (!free.isEmpty()) {
            Agent best = organization.queue(conversation.queue).strategy() == Strategy.RANDOM
                    ? lots.draw(organization, conversation, free)
                    : free.get(0);
            give(organization, conversation, best, Math.min(free.size(), MAX_COUNTED));
            return true;
        }
        Exclusion exclusion = softly(organization, conversation);
        if (exclusion != null) {
            exclusions.end(organization, conversation, exclusion);
            give(organization, conversation, organization.agent(exclusion.agent()), 1);
        }
        return exclusion != null;
    }

    private static List<Agent> able(Organization organization, Conversation conversation) {
        return organization.agents.values().stream()
                .filter(agent -> organization.serves(agent, conversation.queue))
                .filter(agent -> organization.canTake(agent, organization.signature(conversation)))
                .toList();
    }

    private static List<Agent> open(Organization organization, Conversation conversation) {
        return able(organization, conversation).stream()
                .filter(agent -> organization.isOpen(agent, conversation))
                .toList();
    }

    /** Who could be asked, neither excluded nor asked already, in their order. */
    List<Agent> free(Organization organization, Conversation conversation) {
        return open(organization, conversation).stream()
                .filter(agent -> conversation.exclusion(agent.number) == null && !conversation.isOfferedTo(agent))
                .sorted(new AgentOrder(organization, conversation, session.now).comparator())
                .toList();
    }

    /** The oldest soft exclusion of somebody who could be asked if nobody is. */
    private static @Nullable Exclusion softly(Organization organization, Conversation conversation) {
        return conversation.exclusions.stream()
                .filter(exclusion -> conversation.offers.isEmpty() && exclusion.soft())
                .filter(exclusion -> open(organization, conversation).contains(organization.agent(exclusion.agent())))
                .findFirst()
                .orElse(null);
    }

    /** Whether there is an agent for a conversation that prefers nobody. */
    boolean isPossible(Organization organization, Conversation conversation) {
        return !free(organization, conversation).isEmpty() || softly(organization, conversation) != null;
    }

    /** Whether an agent could be asked for a conversation that prefers nobody. */
    boolean mayHave(Organization organization, Conversation conversation, Agent agent) {
        return open(organization, conversation).contains(agent) && mayAsk(conversation, agent);
    }

    /** Gives a conversation to an agent who is not the only one who could have it. */
    void give(Organization organization, Conversation conversation, Agent agent) {
        give(
                organization,
                conversation,
                agent,
                Math.min(free(organization, conversation).size(), MAX_COUNTED));
    }

    private void give(Organization organization, Conversation conversation, Agent agent, int eligible) {
        QueueConfiguration queue = organization.queue(conversation.queue);
        if (queue.autoAccept()) {
            changes.assign(organization, conversation, agent, null);
        } else {
            changes.offer(
                    organization,
                    conversation,
                    agent,
                    eligible,
                    new AgentOrder(organization, conversation, session.now).key(agent));
        }
    }

    /** Whether the agent is neither excluded nor asked already; one who is softly excluded only if nobody is asked. */
    static boolean mayAsk(Conversation conversation, Agent agent) {
        Exclusion exclusion = conversation.exclusion(agent.number);
        return exclusion == null ? !conversation.isOfferedTo(agent) : exclusion.soft() && conversation.offers.isEmpty();
    }

    private static long key(Organization organization, Conversation conversation) {
        return organization.orderKey(conversation.queue, conversation);
    }
}
