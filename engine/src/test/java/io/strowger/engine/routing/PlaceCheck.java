package io.strowger.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.EventKind;
import io.strowger.engine.event.QueueReason;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A place in the queue, once given, is kept whatever happens, until the rules are asked again. */
final class PlaceCheck implements EventCheck {
    /** To be queued again for one of these reasons changes nothing of the place. */
    private static final Set<QueueReason> KEEPING = EnumSet.of(
            QueueReason.REQUEUED,
            QueueReason.RESUMED,
            QueueReason.MOVED,
            QueueReason.TRANSFERRED,
            QueueReason.CUSTOMER_RETURNED);

    private final Map<Long, Place> places = new HashMap<>();

    /** What decides a place, with when the customer came, and which stay it is. */
    private record Place(int stay, int priority, long queuedAt, long age) {
        static Place of(ConversationState conversation) {
            return new Place(conversation.stay, conversation.priority, conversation.queuedAt, conversation.age);
        }
    }

    @Override
    @Invariant(17)
    public void after(OrganizationState organization, DomainEvent event, long now) {
        boolean mayChange = event.kind() == EventKind.CONVERSATION_REJECTED
                || event instanceof ConversationQueued queued && !KEEPING.contains(queued.reason);
        for (ConversationState conversation : Invariants.conversations(organization)) {
            Place before = places.put(conversation.id, Place.of(conversation));
            if (before != null && !mayChange) {
                assertThat(Place.of(conversation))
                        .as("place of %s after %s", conversation.id, event.kind())
                        .isEqualTo(before);
            }
        }
    }
}
