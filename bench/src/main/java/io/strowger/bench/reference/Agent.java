package io.strowger.bench.reference;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.event.AgentStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** An agent's state. Load is not kept but counted, see {@link Organization}. */
final class Agent {
    final int number;
    AgentConfiguration configuration;
    boolean removed;
    AgentStatus status = AgentStatus.OFFLINE;
    long statusSince;
    boolean connected;
    boolean lost;
    long idleSince;
    long lastOfferedAt;
    int missCount;

    /** When live conversations return to their queues; 0 for never. */
    long returnAt;

    /** Offered, assigned, and in wrap-up: in the order in which the agent got them. */
    final List<Conversation> held = new ArrayList<>();

    /** What the agent could take when it was last looked at. */
    Set<Signature> takes = Set.of();

    Agent(int number, AgentConfiguration configuration) {
        this.number = number;
        this.configuration = configuration;
    }

    /** Whether new offers may go to this agent, capacity aside. */
    boolean receivesOffers() {
        return status == AgentStatus.AVAILABLE && connected && !removed;
    }

    /** Whether it makes sense to wait for this agent. */
    boolean isAround() {
        return (status == AgentStatus.AVAILABLE || status == AgentStatus.AWAY) && !lost && !removed;
    }

    /** Capacity units in use. */
    int used() {
        return held.stream().mapToInt(conversation -> conversation.cost(number)).sum();
    }

    /** Conversations with a pending offer to this agent, the oldest offer first. */
    List<Conversation> offered() {
        return held.stream()
                .filter(conversation -> conversation.isOfferedTo(number))
                .toList();
    }

    /** Conversations that the agent handles, in the order of assignment. */
    List<Conversation> handled() {
        return held.stream()
                .filter(conversation -> conversation.isHandled() && conversation.agent == number)
                .sorted(Comparator.comparingLong(conversation -> conversation.assignedOrder))
                .toList();
    }

    /** Whether the agent's skills and levels cover the requirements. */
    boolean meets(List<Requirement> requirements) {
        return requirements.stream().allMatch(this::meets);
    }

    private boolean meets(Requirement requirement) {
        return configuration.skills().stream()
                .anyMatch(skill -> skill.skill().equals(requirement.skill()) && skill.level() >= requirement.level());
    }
}
