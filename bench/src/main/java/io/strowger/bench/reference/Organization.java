package io.strowger.bench.reference;

import io.strowger.engine.configuration.ChannelConfiguration;
import io.strowger.engine.configuration.ChannelKind;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.configuration.QueueHours;
import io.strowger.engine.configuration.QueueTerms;
import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.configuration.RoutingLimits;
import io.strowger.engine.configuration.WhenClosed;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.internal.Hashes;
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
import java.util.stream.Stream;
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
    /** How often an agent was asked in each queue. */
    final Map<Integer, Long> turns = new HashMap<>();

    private final Map<Integer, Forecast> forecasts = new HashMap<>();

    /** The state of the generator that draws agents. */
    long generator;

    /** The end of the fairness window, 0 for none. */
    long fairnessUntil;

    final Set<Integer> removedChannels = new HashSet<>();
    final Set<Integer> removedQueues = new HashSet<>();
    final Map<Integer, Agent> agents = new TreeMap<>();
    final Map<Long, Conversation> conversations = new TreeMap<>();
    final Map<Long, Offer> offers = new HashMap<>();

    /** Closed conversations in the order of closing. */
    final List<Conversation> closed = new ArrayList<>();

    /** Waiting conversations in the order in which they came into their queues. */
    final List<Conversation> line = new ArrayList<>();

    /** Queues that are closed by their calendars. */
    final Set<Integer> closedQueues = new HashSet<>();

    /** When calendars turn next, by their ids; 0 for never. */
    final Map<String, Long> nextTurns = new HashMap<>();

    /** Conversations set aside until their queues open, in that order. */
    final List<Conversation> awaiting = new ArrayList<>();

    /** What each queue promises. */
    final Map<Integer, ServiceTime> serviceTimes = new HashMap<>();

    /** Conversations with live promises, in the order in which the first of these began. */
    final List<Conversation> promised = new ArrayList<>();

    /** The signatures that conversations had since the configuration came into force; a number is a position here. */
    final List<Signature> signatures = new ArrayList<>();

    /** When those who collect in a queue are brought together; without an entry nobody does. */
    final Map<Integer, Long> batches = new HashMap<>();

    /** What a new pair may come from, since the last match: conversations that wait anew, agents who can take more. */
    final Set<Conversation> lookingConversations = new HashSet<>();

    final Set<Agent> lookingAgents = new HashSet<>();

    /** Up to which delay each queue's delays did not count when agents were looked at before. */
    private final Map<Integer, Long> skippedDelays = new HashMap<>();

    Organization(Names names) {
        this.number = names.organization();
        this.names = names;
        this.generator = Hashes.mix(names.organization() + 1L);
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

    /** A queue's hours; a removed one is always open. */
    QueueHours hours(int queue) {
        return removedQueues.contains(queue)
                ? QueueHours.ALWAYS
                : queue(queue).service().hours();
    }

    /** Whether what comes into a queue has to wait for it to open. */
    boolean setsAside(int queue) {
        return closedQueues.contains(queue) && hours(queue).whenClosed() == WhenClosed.PARK;
    }

    /** The queue itself, or where it leads while it is closed. */
    int destination(int queue) {
        String elsewhere = hours(queue).closedQueue();
        return closedQueues.contains(queue) && hours(queue).whenClosed() == WhenClosed.MOVE
                ? destination(names.queues().number(String.valueOf(elsewhere)))
                : queue;
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

    /** The tier in which an agent serves a queue, or -1. */
    int tier(Agent agent, int queue) {
        QueueTerms terms = terms(agent, queue);
        return terms == null ? -1 : terms.tier();
    }

    boolean serves(Agent agent, int queue) {
        return terms(agent, queue) != null;
    }

    private @Nullable QueueTerms terms(Agent agent, int queue) {
        int position = agent.configuration.queues().indexOf(names.queues().name(queue));
        return agent.removed || position < 0 ? null : agent.configuration.terms(position);
    }

    /** An agent's delay in a queue that the agent serves. */
    long delay(Agent agent, int queue) {
        return known(terms(agent, queue)).delayNanos();
    }

    /** Whether a conversation has waited long enough for an agent who serves its queue. */
    boolean isOpen(Agent agent, Conversation conversation) {
        long delay = delay(agent, conversation.queue);
        return delay <= conversation.waitedNanos || delay <= skippedDelay(conversation.queue);
    }

    /** The shortest delay of those who serve the queue and are logged in, if that opens the queue to them; else 0. */
    long skippedDelay(int queue) {
        if (!queue(queue).matching().skipsDelays()) {
            return 0;
        }
        return agents.values().stream()
                .filter(agent -> agent.isLoggedIn() && serves(agent, queue))
                .mapToLong(agent -> delay(agent, queue))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The next delay in a conversation's queue that it has not waited, or 0. */
    long nextDelay(Conversation conversation) {
        return agents.values().stream()
                .filter(agent -> serves(agent, conversation.queue))
                .mapToLong(agent -> delay(agent, conversation.queue))
                .filter(delay -> delay > conversation.waitedNanos)
                .min()
                .orElse(0);
    }

    /** How many different delays in its queue a conversation has waited. */
    int reach(Conversation conversation) {
        return (int) agents.values().stream()
                .filter(agent -> serves(agent, conversation.queue))
                .mapToLong(agent -> delay(agent, conversation.queue))
                .filter(delay -> delay > 0 && delay <= conversation.waitedNanos)
                .distinct()
                .count();
    }

    /** Agents of whose delays fewer count than before, where somebody waits; by number. */
    List<Agent> agentsWhoseDelaysAreSkipped() {
        Set<Agent> found = new HashSet<>();
        for (int queue : queues.keySet()) {
            long skipped = skippedDelay(queue);
            boolean isWaitedIn = waiting().stream()
                    .anyMatch(conversation ->
                            conversation.queue == queue && conversation.preferredAgent == DomainEvent.NOBODY);
            if (isWaitedIn && skipped > skippedDelays.getOrDefault(queue, 0L)) {
                agents.values().stream()
                        .filter(agent -> agent.receivesOffers() && serves(agent, queue))
                        .forEach(found::add);
            }
            skippedDelays.put(queue, skipped);
        }
        return found.stream()
                .sorted(Comparator.comparingInt(agent -> agent.number))
                .toList();
    }

    Signature signature(Conversation conversation) {
        return signature(conversation, conversation.requirements);
    }

    Signature signature(Conversation conversation, List<Requirement> requirements) {
        ChannelConfiguration channel = channel(conversation);
        return new Signature(channel.kind(), channel.cost(), channel.maxPerAgent(), channel.interrupts(), requirements);
    }

    /** Whether the agent may have one more conversation of a signature now, exclusions aside. */
    boolean canTake(Agent agent, Signature signature) {
        int most = agent.configuration.matching().maxPerWindow();
        return agent.receivesOffers()
                && takesKind(agent, signature.kind())
                && (most == 0 || agent.assignments + agent.offers.size() < most)
                && agent.meets(signature.requirements())
                && hasRoom(agent, signature);
    }

    /** Whether the agent takes conversations of a kind at all. */
    boolean takesKind(Agent agent, ChannelKind kind) {
        List<ChannelKind> kinds = agent.configuration.matching().kinds();
        return !agent.pausedKinds.contains(kind) && (kinds.isEmpty() || kinds.contains(kind));
    }

    /** Capacity units of an agent in use by what a signature does not interrupt. */
    int load(Agent agent, Signature signature) {
        int offered = agent.offers.stream()
                .filter(offer -> !signature
                        .interrupts()
                        .contains(channel(offer.conversation).kind()))
                .mapToInt(offer -> offer.cost)
                .sum();
        int handled = agent.handled.stream()
                .filter(conversation ->
                        !signature.interrupts().contains(channel(conversation).kind()))
                .mapToInt(conversation -> conversation.cost)
                .sum();
        return offered + handled;
    }

    /** Whether one more conversation of a signature is within the agent's capacity. */
    boolean hasRoom(Agent agent, Signature signature) {
        return agent.offers.size() + agent.handled.size() < MAX_HELD
                && load(agent, signature) + signature.cost() <= agent.configuration.capacity()
                && heldOfKind(agent, signature) < signature.maxPerAgent();
    }

    long heldOfKind(Agent agent, Signature signature) {
        return Stream.concat(agent.offers.stream().map(offer -> offer.conversation), agent.handled.stream())
                .filter(conversation -> channel(conversation).kind() == signature.kind())
                .count();
    }

    /** Which of the known signatures the agent can take one more of. */
    Set<Signature> takes(Agent agent) {
        return signatures.stream()
                .filter(signature -> canTake(agent, signature))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Agents who can take something that they could not take when they were looked at before, by number. */
    List<Agent> agentsWhoCanTakeMore() {
        List<Agent> found = new ArrayList<>();
        for (Agent agent : agents.values()) {
            Set<Signature> takes = takes(agent);
            if (!agent.takes.containsAll(takes)) {
                found.add(agent);
            }
            agent.takes = takes;
        }
        return found;
    }

    /** Looks at the agents without noting anything: the configuration changed, or a signature became known. */
    void lookAtAgents() {
        agents.values().forEach(agent -> agent.takes = takes(agent));
        queues.keySet().forEach(queue -> skippedDelays.put(queue, skippedDelay(queue)));
    }

    /** Waiting conversations for which one more agent may be asked. */
    List<Conversation> waiting() {
        return line.stream().filter(this::looksForAgents).toList();
    }

    boolean looksForAgents(Conversation conversation) {
        return isOpenToMore(conversation)
                && !queue(conversation.queue).offering().pull();
    }

    /** Whether one more agent may have it: by an offer, or by a pick. */
    boolean isOpenToMore(Conversation conversation) {
        QueueConfiguration queue = queue(conversation.queue);
        int most = conversation.preferredAgent == DomainEvent.NOBODY
                        && !queue.autoAccept()
                        && !queue.offering().pull()
                ? queue.matching().concurrentOffers()
                : 1;
        return conversation.isWaiting() && conversation.offers.size() < most;
    }

    /** Whether agents can pick a conversation that waits, as far as that one goes. */
    boolean canBePicked(Conversation conversation) {
        return conversation.isWaiting() && queue(conversation.queue).offering().pull();
    }

    /** Which of two conversations of one queue comes first. */
    Comparator<Conversation> order(int queue) {
        Comparator<Conversation> byAge = Comparator.<Conversation>comparingLong(
                        conversation -> conversation.queuedAt - conversation.age)
                .thenComparingLong(conversation -> conversation.id);
        return switch (queue(queue).order()) {
            case PRIORITY_FIFO ->
                Comparator.<Conversation>comparingInt(conversation -> -conversation.priority)
                        .thenComparing(byAge);
            case AGED, EDF ->
                Comparator.<Conversation>comparingLong(conversation -> orderKey(queue, conversation))
                        .thenComparing(byAge);
        };
    }

    /** When a conversation is due in a queue. */
    long dueAt(int queue, Conversation conversation) {
        boolean countsOpenTime = queue(queue).service().hours().calendar() != null && conversation.businessDue != 0;
        if (conversation.dueAt != 0) {
            return conversation.dueAt;
        }
        return countsOpenTime
                ? conversation.businessDue
                : conversation.queuedAt
                        - conversation.age
                        + queue(queue).matching().targetNanos();
    }

    /** The key that stands for the place in a queue; comparing keys is nearly the same as {@link #order}. */
    long orderKey(int queue, Conversation conversation) {
        long since = conversation.queuedAt - conversation.age;
        long dueAt = dueAt(queue, conversation);
        return switch (queue(queue).order()) {
            case PRIORITY_FIFO -> ((long) (MAX_PRIORITY - conversation.priority) << MICROS_BITS) + since / 1_000;
            case AGED -> since - conversation.priority * queue(queue).nanosPerPoint();
            case EDF -> dueAt / 1_024 * 1_024 + MAX_PRIORITY - conversation.priority;
        };
    }

    Forecast forecast(int queue) {
        return forecasts.computeIfAbsent(queue, number -> new Forecast(this, number));
    }

    static <T> T known(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the reference's state lacks what it must have");
        }
        return value;
    }
}
