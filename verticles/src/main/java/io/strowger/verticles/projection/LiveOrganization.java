package io.strowger.verticles.projection;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.event.DomainEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One organization's part of the {@link LiveView}. Guarded by the view. */
final class LiveOrganization {
    private final int number;
    private final int endedKept;

    /** The one that was asked for last: a record's events are mostly about one conversation. */
    private @Nullable LiveConversation latest;

    private final Map<Long, LiveConversation> conversations = new HashMap<>();
    private final ArrayDeque<Ended> ended = new ArrayDeque<>();
    private final List<LiveQueue> queues = new ArrayList<>();
    private final List<@Nullable LiveAgent> agents = new ArrayList<>();

    LiveOrganization(int number, int endedKept) {
        this.number = number;
        this.endedKept = endedKept;
    }

    /** The conversation; a new one when it is not known, which a reopened one may be. */
    LiveConversation conversation(long id) {
        LiveConversation found = latest;
        if (found == null || found.id != id) {
            found = conversations.computeIfAbsent(id, unknown -> new LiveConversation(number, unknown));
            latest = found;
        }
        return found;
    }

    @Nullable
    LiveConversation conversationIfKnown(long id) {
        return conversations.get(id);
    }

    LiveAgent agent(int index, Names names) {
        while (agents.size() <= index) {
            agents.add(null);
        }
        LiveAgent agent = agents.get(index);
        if (agent == null) {
            agent = new LiveAgent(index, names.agents().name(index));
            agents.set(index, agent);
        }
        return agent;
    }

    /** Takes the conversation out of its queue's counts, so that it can change. */
    void leaveQueue(LiveConversation conversation) {
        if (conversation.queue != DomainEvent.NOBODY) {
            queue(conversation.queue).leave(conversation);
        }
    }

    /** Counts the changed conversation again. */
    void enterQueue(LiveConversation conversation) {
        if (conversation.queue != DomainEvent.NOBODY) {
            queue(conversation.queue).enter(conversation);
        }
    }

    /** Remembers that it ended, and forgets those that ended longest ago. */
    void ended(LiveConversation conversation) {
        ended.add(new Ended(conversation, conversation.sequence));
        while (ended.size() > endedKept) {
            Ended oldest = ended.remove();
            if (oldest.conversation.isEnded() && oldest.conversation.sequence == oldest.sequence) {
                conversations.remove(oldest.conversation.id);
                latest = null;
            }
        }
    }

    private LiveQueue queue(int index) {
        while (queues.size() <= index) {
            queues.add(new LiveQueue());
        }
        return queues.get(index);
    }

    /** The configured queues in their order, then those that still hold something. */
    List<QueueView> queues(Names names) {
        List<QueueView> views = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (QueueConfiguration configured : names.configuration().queues()) {
            int index = names.queues().number(configured.id());
            seen.add(index);
            views.add(queue(index).view(configured.id(), configured.name()));
        }
        for (int index = 0; index < queues.size(); index++) {
            if (!seen.contains(index) && !queues.get(index).isEmpty()) {
                String id = names.queues().name(index);
                views.add(queues.get(index).view(id, id));
            }
        }
        return views;
    }

    /** The configured agents in their order, then those who still have work. */
    List<AgentView> agents(Names names) {
        List<AgentView> views = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (AgentConfiguration configured : names.configuration().agents()) {
            int index = names.agents().number(configured.id());
            seen.add(index);
            views.add(agent(index, names).view(configured));
        }
        for (LiveAgent agent : agents) {
            if (agent != null && agent.hasWork() && !seen.contains(agent.index)) {
                views.add(agent.viewUnconfigured());
            }
        }
        return views;
    }

    /** What the agent has at hand. */
    AgentWork work(int index, Names names, long asOf) {
        LiveAgent agent = index < 0 || index >= agents.size() ? null : agents.get(index);
        if (agent == null) {
            return new AgentWork(asOf, List.of(), List.of());
        }
        List<OfferView> offers = new ArrayList<>();
        for (LiveOffer each : agent.offers.values()) {
            offers.add(new OfferView(
                    each.id,
                    each.conversation.view(names),
                    agent.id,
                    names.queues().name(each.queue),
                    each.cost,
                    each.offeredAt,
                    each.expiresAt));
        }
        List<AssignmentView> assignments = new ArrayList<>();
        for (LiveAssignment each : agent.assignments.values()) {
            assignments.add(new AssignmentView(
                    each.id, each.conversation.view(names), agent.id, each.cost, each.assignedAt, each.wrapUpUntil));
        }
        return new AgentWork(asOf, List.copyOf(offers), List.copyOf(assignments));
    }

    private record Ended(LiveConversation conversation, long sequence) {}
}
