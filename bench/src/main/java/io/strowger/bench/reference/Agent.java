package io.strowger.bench.reference;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.event.AgentStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** When the agent was asked last in each queue, counted in the queue's turns. */
    final Map<Integer, Long> turns = new HashMap<>();

    /** What the agent becomes when nothing is assigned any more. */
    @Nullable
    AgentStatus nextStatus;

    /** When live conversations return to their queues; 0 for never. */
    long returnAt;

    /** Kinds of channels of which the agent wants nothing for now, in the order of their declaration. */
    List<ChannelKind> pausedKinds = List.of();

    /** What the agent does. */
    String activity = "";

    /** Pending offers, the oldest first. */
    final List<Offer> offers = new ArrayList<>();

    /** Assigned conversations, those in wrap-up included, in the order of assignment. */
    final List<Conversation> handled = new ArrayList<>();

    /** What the agent got since the fairness window began, and the time when the agent could be asked. */
    long assignments;

    private long availableNanos;
    private long availableFrom = -1;

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

    /** Whether the agent is at work, available or not. */
    boolean isLoggedIn() {
        return status != AgentStatus.OFFLINE && connected && !removed;
    }

    /** Whether it makes sense to wait for this agent. */
    boolean isAround() {
        return (status == AgentStatus.AVAILABLE || status == AgentStatus.AWAY) && !lost && !removed;
    }

    /** Capacity units in use. */
    int used() {
        return offers.stream().mapToInt(offer -> offer.cost).sum()
                + handled.stream().mapToInt(conversation -> conversation.cost).sum();
    }

    /** The pending offers as they are now. */
    List<Offer> offered() {
        return List.copyOf(offers);
    }

    /** The conversations that the agent handles now. */
    List<Conversation> handled() {
        return List.copyOf(handled);
    }

    /** Takes notice of whether the agent can be asked now. */
    void countTime(long now) {
        if (receivesOffers() && availableFrom < 0) {
            availableFrom = now;
        } else if (!receivesOffers() && availableFrom >= 0) {
            availableNanos += now - availableFrom;
            availableFrom = -1;
        }
    }

    /** A fairness window begins. */
    void countAnew(long now) {
        assignments = 0;
        availableNanos = 0;
        availableFrom = receivesOffers() ? now : -1;
    }

    /** How long the agent, who is available, has been so in the window, in microseconds. */
    long availableMicros(long now) {
        return now / 1_000 - Math.floorDiv(availableFrom - availableNanos, 1_000L);
    }

    /** The level of a skill, -1 when the agent does not have it. */
    int level(String skill) {
        if (skill.equals("agent:" + configuration.id())) {
            return 100;
        }
        return configuration.skills().stream()
                .filter(known -> known.skill().equals(skill))
                .mapToInt(Requirement::level)
                .max()
                .orElse(-1);
    }

    /** Whether the agent's skills and levels cover the requirements. */
    boolean meets(List<Requirement> requirements) {
        return requirements.stream().filter(Requirement::mandatory).allMatch(this::meets);
    }

    private boolean meets(Requirement requirement) {
        int level = level(requirement.skill());
        return requirement.level() <= level && level <= requirement.most();
    }
}
