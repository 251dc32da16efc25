package io.strowger.bench.reference;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.RouteState;
import io.strowger.engine.event.SlaClock;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A conversation, open or closed. */
final class Conversation {
    private static final Set<RouteState> CLOSED = EnumSet.of(
            RouteState.COMPLETED, RouteState.CANCELLED, RouteState.REJECTED, RouteState.ABANDONED, RouteState.EXPIRED);

    final long id;
    final int channel;
    final String key;
    final String contact;
    RouteState state = RouteState.NONE;
    int stay;
    int queue = DomainEvent.NOBODY;
    int priority;
    long queuedAt;
    long orderKey;

    /** Artificial age, and when it is due by itself, 0 for when the queue says. */
    long age;

    long dueAt;
    List<Requirement> requirements = List.of();
    String tags = "";
    int rule = DomainEvent.NOBODY;
    int requeues;
    int preferredAgent = DomainEvent.NOBODY;
    long preferredUntil;

    long version;

    /** For how long it had waited in its queue when that was looked at last: on entry, and as delays elapsed. */
    long waitedNanos;

    /** When it began to wait, last time. */
    long enteredAt;

    /** The pending offers, the oldest first. */
    final List<Offer> offers = new ArrayList<>();

    /** Who handles it, in wrap-up too. */
    int agent = DomainEvent.NOBODY;

    long assignment;

    /** Capacity units that it takes of whoever handles it. */
    int cost;

    int lastAgent = DomainEvent.NOBODY;

    /** Of a scheduled one: whether it is set aside at its start. */
    boolean startsManually;

    /** Of an abandoned one: until when the customer can come back to the old place. */
    long returnUntil;

    /** How often it was sent on in this stay. */
    int transfers;

    /** How often batches passed over it since it came into its queue. */
    int passed;

    /** The sequence of the last record that changed it. */
    long changedBy;

    /** The sequence of the last message, until an agent has it. */
    long unread;

    /** When it came into the line of its queue, and what was to be expected then; nothing where that is not to be judged. */
    long inLineSince;

    List<BigInteger> expected = List.of();

    /** Since when its agent has had it in hand. */
    long inHandSince;

    /** Steps and exceptions. */
    final Progress progress = new Progress();

    /** The sentiment of its last message. */
    int sentimentScore;

    /** When a queue in the order of due instants, whose time stands still at times, has it due. */
    long businessDue;

    final Map<SlaClock, Promise> promises = new EnumMap<>(SlaClock.class);

    /** What its live promises are counted by. */
    @Nullable
    ServiceTime countedBy;

    /** The stay in which an agent answered last; how often the customer wrote after that, and whether without an answer. */
    int answeredStay;

    int questions;
    boolean isAsked;

    final List<Exclusion> exclusions = new ArrayList<>();

    /** What the API said about it, until it is closed; no priority is -1. */
    byte[] givenAttributes = {};

    int givenPriority = -1;

    Conversation(long id, int channel, String key, String contact) {
        this.id = id;
        this.channel = channel;
        this.key = key;
        this.contact = contact;
    }

    Promise promise(SlaClock clock) {
        return promises.computeIfAbsent(clock, absent -> new Promise());
    }

    boolean isWaiting() {
        return state == RouteState.QUEUED || state == RouteState.OFFERED;
    }

    /** The pending offers by the numbers of their agents. */
    List<Offer> offersByAgent() {
        return offers.stream()
                .sorted(Comparator.comparingInt(offer -> offer.agent))
                .toList();
    }

    boolean isOfferedTo(Agent candidate) {
        return offers.stream().anyMatch(offer -> offer.agent == candidate.number);
    }

    boolean isClosed() {
        return CLOSED.contains(state);
    }

    boolean isHandled() {
        return state == RouteState.ASSIGNED || state == RouteState.WRAP_UP;
    }

    /** Whether an agent has it, active or dormant, and not only after-work on it. */
    boolean isHeld() {
        return state == RouteState.ASSIGNED || state == RouteState.DORMANT;
    }

    /** Whether another agent is asked to take it over from the one who has it. */
    boolean isBeingTransferred() {
        return state == RouteState.ASSIGNED && !offers.isEmpty();
    }

    /** The exclusion of an agent, or null. */
    @Nullable
    Exclusion exclusion(int excluded) {
        return exclusions.stream()
                .filter(exclusion -> exclusion.agent() == excluded)
                .findFirst()
                .orElse(null);
    }
}
