package io.strowger.bench.reference;

import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrderPolicy;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.rules.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything about one organization, and the questions that are answered by looking at all of it. */
final class Organization {
    /** What no agent passes, whatever the configuration says. */
    static final int MAX_HELD = 1_024;

    private static final int MAX_PRIORITY = 1_000;
    private static final int MICROS_BITS = 53;

    final int number;
    Names names;
    List<Condition> conditions = List.of();

    /** By number; what was removed keeps its last configuration. */
    final Map<Integer, ChannelConfiguration> channels = new TreeMap<>();

    final Map<Integer, QueueConfiguration> queues = new TreeMap<>();
    final Set<Integer> removedChannels = new HashSet<>();
    final Set<Integer> removedQueues = new HashSet<>();
    final Map<Integer, Agent> agents = new TreeMap<>();
    final Map<Long, Conversation> conversations = new TreeMap<>();
    final Map<Long, Offer> offers = new HashMap<>();

    /** Closed conversations in the order of closing. */
    final List<Conversation> closed = new ArrayList<>();

    /** Waiting conversations in the order in which they came into their queues. */
    final List<Conversation> line = new ArrayList<>();

    /** The signatures that conversations had since the configuration came into force; a number is a position here. */
    final List<Signature> signatures = new ArrayList<>();

    /** What a new pair may come from, since the last match: conversations that wait anew, agents who can take more. */
    final Set<Conversation> lookingConversations = new HashSet<>();

    final Set<Agent> lookingAgents = new HashSet<>();

    Organization(Names names) {
        this.number = names.organization();
        this.names = names;
    }

    RoutingLimits limits() {
        return names.configuration().limits();
    }

    ChannelConfiguration channel(Conversation conversation) {
        return known(channels.get(conversation.channel));
    }

    QueueConfiguration queue(int queue) {
        return known(queues.get(queue));
    }

    Agent agent(int agent) {
        return known(agents.get(agent));
    }

    /** The queue itself, or the fallback queue when it was removed. */
    int queueInForce(int queue) {
        return removedQueues.contains(queue)
                ? names.queues().number(names.configuration().fallbackQueue())
                : queue;
    }

    /** The conversation that a message belongs to: the one it names, else the contact's latest open one; or null. */
    @Nullable
    Conversation find(int channel, String key, String contact) {
        return conversations.values().stream()
                .filter(conversation -> conversation.channel == channel)
                .filter(conversation -> key.isEmpty()
                        ? !contact.isEmpty() && !conversation.isClosed() && conversation.contact.equals(contact)
                        : conversation.key.equals(key))
                .max(Comparator.comparingLong(conversation -> conversation.id))
                .orElse(null);
    }

    /** The position of a queue in an agent's list, or -1. */
    int tier(Agent agent, int queue) {
        return agent.removed
                ? -1
                : agent.configuration.queues().indexOf(names.queues().name(queue));
    }

    boolean serves(Agent agent, int queue) {
        return tier(agent, queue) >= 0;
    }

    Signature signature(Conversation conversation) {
        return signature(conversation, conversation.requirements);
    }

    Signature signature(Conversation conversation, List<Requirement> requirements) {
        ChannelConfiguration channel = channel(conversation);
        return new Signature(channel.kind(), channel.cost(), channel.maxPerAgent(), requirements);
    }

    /** Whether the agent may have one more conversation of a signature now, exclusions aside. */
    boolean canTake(Agent agent, Signature signature) {
        return agent.receivesOffers() && agent.meets(signature.requirements()) && hasRoom(agent, signature);
    }

    /** Whether one more conversation of a signature is within the agent's capacity. */
    boolean hasRoom(Agent agent, Signature signature) {
        return agent.held.size() < MAX_HELD
                && agent.used() + signature.cost() <= agent.configuration.capacity()
                && heldOfKind(agent, signature) < signature.maxPerAgent();
    }

    long heldOfKind(Agent agent, Signature signature) {
        return agent.held.stream()
                .filter(conversation -> channel(conversation).kind() == signature.kind())
                .count();
    }

    /** Which of the known signatures the agent can take one more of. */
    Set<Signature> takes(Agent agent) {
        return signatures.stream()
                .filter(signature -> canTake(agent, signature))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Notes agents who can take something that they could not take when they were looked at before. */
    void noteAgentsWhoCanTakeMore() {
        for (Agent agent : agents.values()) {
            Set<Signature> takes = takes(agent);
            if (!agent.takes.containsAll(takes)) {
                lookingAgents.add(agent);
            }
            agent.takes = takes;
        }
    }

    /** Looks at the agents without noting anything: the configuration changed, or a signature became known. */
    void lookAtAgents() {
        agents.values().forEach(agent -> agent.takes = takes(agent));
    }

    /** Waiting conversations without an offer. */
    List<Conversation> waiting() {
        return line.stream().filter(conversation -> conversation.offer == null).toList();
    }

    /** Which of two conversations of one queue comes first. */
    Comparator<Conversation> order(int queue) {
        Comparator<Conversation> byAge = Comparator.<Conversation>comparingLong(conversation -> conversation.queuedAt)
                .thenComparingLong(conversation -> conversation.id);
        if (queue(queue).order() == OrderPolicy.AGED) {
            long nanosPerPoint = queue(queue).nanosPerPoint();
            return Comparator.<Conversation>comparingLong(
                            conversation -> conversation.queuedAt - conversation.priority * nanosPerPoint)
                    .thenComparing(byAge);
        }
        return Comparator.<Conversation>comparingInt(conversation -> -conversation.priority)
                .thenComparing(byAge);
    }

    /** The key that stands for the place in a queue; comparing keys is nearly the same as {@link #order}. */
    long orderKey(int queue, int priority, long queuedAt) {
        return queue(queue).order() == OrderPolicy.AGED
                ? queuedAt - priority * queue(queue).nanosPerPoint()
                : ((long) (MAX_PRIORITY - priority) << MICROS_BITS) + queuedAt / 1_000;
    }

    static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the reference's state lacks what it must have");
        }
        return value;
    }
}
