package io.strowger.engine.routing;

import io.strowger.engine.configuration.AgentConfiguration;
import io.strowger.engine.configuration.ConfigurationCodec;
import io.strowger.engine.configuration.Names;
import io.strowger.engine.configuration.OrganizationConfiguration;
import io.strowger.engine.configuration.QueueConfiguration;
import io.strowger.engine.event.AgentConnectionChanged;
import io.strowger.engine.event.AgentStatus;
import io.strowger.engine.event.AgentStatusChanged;
import io.strowger.engine.event.AssignmentEnded;
import io.strowger.engine.event.ConfigurationChanged;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationOpened;
import io.strowger.engine.event.ConversationParked;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationRejected;
import io.strowger.engine.event.ConversationScheduled;
import io.strowger.engine.event.ConversationWoken;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.MessageReceived;
import io.strowger.engine.event.OfferEnded;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.OpeningAwaited;
import io.strowger.engine.internal.ByteReader;
import io.strowger.engine.record.RecordView;
import io.strowger.engine.statistics.Count;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One organization's statistics from its records alone: all facts are kept, and added up when asked. */
final class NaiveStatistics {
    /** Something of {@code q3}, {@code a2} or {@code c1} (queue, agent, channel) at an instant. */
    private record Fact(String who, Count what, long by, long at) {}

    private record Wait(String who, long nanos, long at) {}

    private record Span(String who, Count what, long from, long to) {}

    private static final class Known {
        private int channel;
        private int queue = DomainEvent.NOBODY;
        private char state = 'n';
        private long enteredAt;
        private long inHandSince;
        private int agent;
        private boolean awaitsOpening;
    }

    private static final class Person {
        private AgentStatus status = AgentStatus.OFFLINE;
        private boolean connected;
        private boolean configured;
        private int offers;
        private final Set<Long> inHand = new HashSet<>();
        private long since;
        private final Map<Count, Boolean> doing = new HashMap<>();
    }

    private final int organization;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Wait> waits = new ArrayList<>();
    private final List<Span> spans = new ArrayList<>();
    private final Map<Long, Known> conversations = new HashMap<>();
    private final Map<Integer, Person> agents = new HashMap<>();
    private final Map<Integer, Long> targets = new HashMap<>();
    private final RoutingEvents events = new RoutingEvents();
    private @Nullable Names names;
    private long now;

    NaiveStatistics(int organization) {
        this.organization = organization;
    }

    void read(byte[] record) {
        RecordView view = new RecordView().wrap(record, 0);
        now = view.time();
        while (view.nextEvent()) {
            DomainEvent event = events.ofKind(view.eventKind());
            event.read(view.content());
            boolean isOurs = switch (event.kind()) {
                case CONFIGURATION_CHANGED -> ((ConfigurationChanged) event).organization == organization;
                case RECOVERED -> true;
                case LABELS_NAMED -> false;
                default -> view.eventOrganization() == organization;
            };
            if (isOurs) {
                take(event);
                agents.forEach(this::look);
            }
        }
    }

    long sum(String who, Count what, long from, long to) {
        long sum = 0;
        for (Fact fact : facts) {
            sum += fact.who.equals(who) && fact.what == what && fact.at >= from && fact.at < to ? fact.by : 0;
        }
        for (Span span : spans) {
            if (span.who.equals(who) && span.what == what) {
                sum += Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
            }
        }
        return sum;
    }

    /** Ascending. */
    List<Long> waits(String who, long from, long to) {
        return waits.stream()
                .filter(wait -> wait.who.equals(who) && wait.at >= from && wait.at < to)
                .map(Wait::nanos)
                .sorted()
                .toList();
    }

    long inState(char state, @Nullable Integer queue, @Nullable Integer channel) {
        return conversations.values().stream()
                .filter(known -> known.state == state
                        && (queue == null || known.queue == queue)
                        && (channel == null || known.channel == channel))
                .count();
    }

    /** Brings all spans up to the last record. */
    void lookAtAll() {
        agents.forEach(this::look);
    }

    private void look(int number, Person agent) {
        boolean loggedIn = agent.configured && agent.connected && agent.status != AgentStatus.OFFLINE;
        agent.doing.forEach((what, does) -> {
            if (does) {
                spans.add(new Span("a" + number, what, agent.since, now));
            }
        });
        agent.since = now;
        agent.doing.put(Count.LOGGED_IN_NANOS, loggedIn);
        agent.doing.put(Count.AVAILABLE_NANOS, loggedIn && agent.status == AgentStatus.AVAILABLE);
        agent.doing.put(Count.BUSY_NANOS, loggedIn && (agent.offers > 0 || !agent.inHand.isEmpty()));
    }

    private void take(DomainEvent event) {
        switch (event.kind()) {
            case CONFIGURATION_CHANGED -> configured((ConfigurationChanged) event);
            case RECOVERED -> agents.values().forEach(agent -> agent.connected = false);
            case CONVERSATION_OPENED -> {
                Known known = new Known();
                known.channel = ((ConversationOpened) event).channel;
                conversations.put(((ConversationOpened) event).conversation, known);
            }
            case MESSAGE_RECEIVED -> fact("c" + ((MessageReceived) event).channel, Count.MESSAGES);
            case CONVERSATION_QUEUED -> queued((ConversationQueued) event);
            case CONVERSATION_REJECTED -> {
                ConversationRejected rejected = (ConversationRejected) event;
                Known known = conversations.get(rejected.conversation);
                known.queue = rejected.queue;
                known.state = 'r';
                both(known, Count.REJECTED, null);
            }
            case OFFER_MADE -> {
                OfferMade made = (OfferMade) event;
                both(conversations.get(made.conversation), Count.OFFERED, made.agent);
                agents.get(made.agent).offers++;
            }
            case OFFER_ENDED -> offerEnded((OfferEnded) event);
            case CONVERSATION_ASSIGNED -> assigned((ConversationAssigned) event);
            case CONVERSATION_WOKEN -> {
                ConversationWoken woken = (ConversationWoken) event;
                conversations.get(woken.conversation).state = 'a';
                conversations.get(woken.conversation).inHandSince = now;
                agents.get(woken.agent).inHand.add(woken.conversation);
            }
            case CONVERSATION_RESTED -> {
                long id = EventSubjects.conversation(event);
                putDown(id, conversations.get(id));
                conversations.get(id).state = 'd';
            }
            case ASSIGNMENT_ENDED -> assignmentEnded((AssignmentEnded) event);
            case CONVERSATION_COMPLETED -> end(event, Count.COMPLETED);
            case CONVERSATION_CANCELLED -> end(event, Count.CANCELLED);
            case CONVERSATION_EXPIRED -> end(event, Count.EXPIRED);
            case CONVERSATION_ABANDONED -> {
                Known known = conversations.get(EventSubjects.conversation(event));
                long target = targets.getOrDefault(known.queue, 0L);
                if (target > 0 && now - known.enteredAt <= target) {
                    both(known, Count.ABANDONED_IN_TIME, null);
                }
                end(event, Count.ABANDONED);
            }
            case OPENING_AWAITED -> conversations.get(((OpeningAwaited) event).conversation).awaitsOpening = true;
            case CONVERSATION_PARKED -> {
                Known known = conversations.get(((ConversationParked) event).conversation);
                known.state = 'p';
                known.awaitsOpening = false;
            }
            case CONVERSATION_SCHEDULED -> conversations.get(((ConversationScheduled) event).conversation).state = 's';
            case AGENT_STATUS_CHANGED ->
                agents.get(((AgentStatusChanged) event).agent).status = ((AgentStatusChanged) event).status;
            case AGENT_CONNECTION_CHANGED ->
                agents.get(((AgentConnectionChanged) event).agent).connected =
                        ((AgentConnectionChanged) event).connected;
            default -> {
                // Nothing that is counted.
            }
        }
    }

    private void configured(ConfigurationChanged event) {
        OrganizationConfiguration configuration = ConfigurationCodec.read(new ByteReader().wrap(event.configuration));
        Names known = names;
        names = known == null ? Names.first(organization, configuration) : known.next(event.version, configuration);
        agents.values().forEach(agent -> agent.configured = false);
        for (AgentConfiguration agent : configuration.agents()) {
            agents.computeIfAbsent(names.agents().number(agent.id()), absent -> new Person()).configured = true;
        }
        for (QueueConfiguration queue : configuration.queues()) {
            targets.put(names.queues().number(queue.id()), queue.matching().targetNanos());
        }
    }

    private void queued(ConversationQueued event) {
        Known known = conversations.get(event.conversation);
        boolean isHere = known.queue == event.queue;
        boolean isSetAside = known.state == 'p' && known.awaitsOpening;
        if (known.state != 'w' || !isHere) {
            known.enteredAt = now;
            known.queue = event.queue;
            if (!isSetAside || !isHere) {
                both(known, Count.ENTERED, null);
            }
        }
        known.state = 'w';
        known.awaitsOpening = false;
    }

    private void offerEnded(OfferEnded event) {
        Count what = switch (event.outcome) {
            case ACCEPTED -> Count.OFFERS_ACCEPTED;
            case DECLINED -> Count.OFFERS_DECLINED;
            case EXPIRED -> Count.OFFERS_EXPIRED;
            case RESCINDED -> Count.OFFERS_RESCINDED;
            case REVOKED -> Count.OFFERS_REVOKED;
            default -> Count.OFFERS_CANCELLED;
        };
        both(conversations.get(event.conversation), what, event.agent);
        agents.get(event.agent).offers--;
    }

    private void assigned(ConversationAssigned event) {
        Known known = conversations.get(event.conversation);
        both(known, Count.ASSIGNED, event.agent);
        if (known.state == 'w') {
            long wait = now - known.enteredAt;
            both(known, Count.SERVED, event.agent);
            for (String who : List.of("q" + known.queue, "c" + known.channel, "a" + event.agent)) {
                waits.add(new Wait(who, wait, now));
            }
            long target = targets.getOrDefault(known.queue, 0L);
            if (target > 0 && wait <= target) {
                both(known, Count.SERVED_IN_TIME, null);
            }
        }
        known.state = 'a';
        known.inHandSince = now;
        known.agent = event.agent;
        agents.get(event.agent).inHand.add(event.conversation);
    }

    private void assignmentEnded(AssignmentEnded event) {
        Known known = conversations.get(event.conversation);
        if (known.state == 'a') {
            putDown(event.conversation, known);
        }
        known.state = 'n';
        switch (event.reason) {
            case COMPLETED -> fact("a" + event.agent, Count.COMPLETED);
            case EXPIRED -> fact("a" + event.agent, Count.EXPIRED);
            case TRANSFERRED -> both(known, Count.TRANSFERRED, event.agent);
            case RETURNED -> both(known, Count.RETURNED, event.agent);
        }
    }

    private void putDown(long id, Known known) {
        both(known, Count.HANDLED, known.agent);
        for (String who : List.of("q" + known.queue, "c" + known.channel, "a" + known.agent)) {
            facts.add(new Fact(who, Count.HANDLING_NANOS, now - known.inHandSince, now));
        }
        agents.get(known.agent).inHand.remove(id);
    }

    private void end(DomainEvent event, Count how) {
        Known known = conversations.get(EventSubjects.conversation(event));
        both(known, how, null);
        known.state = 'e';
    }

    private void both(Known known, Count what, @Nullable Integer agent) {
        fact("q" + known.queue, what);
        fact("c" + known.channel, what);
        if (agent != null) {
            fact("a" + agent, what);
        }
    }

    private void fact(String who, Count what) {
        facts.add(new Fact(who, what, 1, now));
    }
}
