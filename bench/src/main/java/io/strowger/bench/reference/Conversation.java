package io.strowger.bench.reference;

import io.strowger.engine.configuration.Requirement;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.RouteState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation, open or closed. */
final class Conversation {
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
    List<Requirement> requirements = List.of();
    String tags = "";
    int rule = DomainEvent.NOBODY;
    int requeues;
    int preferredAgent = DomainEvent.NOBODY;
    long preferredUntil;

    long version;

    /** The pending offer. */
    @Nullable
    Offer offer;

    /** Who handles it, in wrap-up too. */
    int agent = DomainEvent.NOBODY;

    long assignment;

    /** Tells in which order assignments were made. */
    long assignedOrder;

    /** Capacity units that it takes of whoever handles it. */
    int cost;

    int lastAgent = DomainEvent.NOBODY;

    /** The sequence of the last record that changed it. */
    long changedBy;

    /** The sequence of the last message, until an agent has it. */
    long unread;

    final List<Exclusion> exclusions = new ArrayList<>();

    Conversation(long id, int channel, String key, String contact) {
        this.id = id;
        this.channel = channel;
        this.key = key;
        this.contact = contact;
    }

    boolean isWaiting() {
        return state == RouteState.QUEUED || state == RouteState.OFFERED;
    }

    boolean isClosed() {
        return state == RouteState.COMPLETED || state == RouteState.CANCELLED;
    }

    boolean isHandled() {
        return state == RouteState.ASSIGNED || state == RouteState.WRAP_UP;
    }

    /** Whether an agent has it, active or dormant, and not only after-work on it. */
    boolean isHeld() {
        return state == RouteState.ASSIGNED || state == RouteState.DORMANT;
    }

    boolean isOfferedTo(int asked) {
        Offer pending = offer;
        return pending != null && pending.agent == asked;
    }

    /** Whether another agent is asked to take it over from the one who has it. */
    boolean isBeingTransferred() {
        return state == RouteState.ASSIGNED && offer != null;
    }

    /** Capacity units that it takes of an agent who has it or its offer. */
    int cost(int of) {
        Offer pending = offer;
        return pending != null && pending.agent == of ? pending.cost : cost;
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
