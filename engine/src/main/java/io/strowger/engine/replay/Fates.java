package io.strowger.engine.replay;

import io.strowger.engine.event.ConversationAbandoned;
import io.strowger.engine.event.ConversationAssigned;
import io.strowger.engine.event.ConversationCancelled;
import io.strowger.engine.event.ConversationExpired;
import io.strowger.engine.event.ConversationOpened;
import io.strowger.engine.event.ConversationQueued;
import io.strowger.engine.event.ConversationRejected;
import io.strowger.engine.event.DomainEvent;
import io.strowger.engine.event.OfferMade;
import io.strowger.engine.event.QueueReason;
import io.strowger.engine.record.RecordView;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of every conversation, gathered record by record. One thread. */
final class Fates {
    private final Map<Long, Fate> fates = new LinkedHashMap<>();
    private final ConversationOpened opened = new ConversationOpened();
    private final ConversationQueued queued = new ConversationQueued();
    private final OfferMade offer = new OfferMade();
    private final ConversationAssigned assigned = new ConversationAssigned();
    private final ConversationCancelled cancelled = new ConversationCancelled();
    private final ConversationAbandoned abandoned = new ConversationAbandoned();
    private final ConversationExpired expired = new ConversationExpired();
    private final ConversationRejected rejected = new ConversationRejected();
    private long lastTime;

    /** Takes in a record, and leaves the view where it was. */
    void add(RecordView record) {
        lastTime = record.time();
        record.rewind();
        while (record.nextEvent()) {
            switch (record.eventKind()) {
                case CONVERSATION_OPENED -> {
                    opened.read(record.content());
                    fates.put(
                            opened.conversation,
                            new Fate(record.eventOrganization(), opened.conversation, record.time()));
                }
                case CONVERSATION_QUEUED -> {
                    queued.read(record.content());
                    onQueued(fates.get(queued.conversation));
                }
                case OFFER_MADE -> {
                    offer.read(record.content());
                    Fate fate = fates.get(offer.conversation);
                    if (fate != null && fate.assignedAt == 0) {
                        fate.offers++;
                    }
                }
                case CONVERSATION_ASSIGNED -> {
                    assigned.read(record.content());
                    Fate fate = fates.get(assigned.conversation);
                    if (fate != null && fate.assignedAt == 0 && fate.cancelledAt == 0) {
                        fate.agent = assigned.agent;
                        fate.assignedAt = assigned.assignedAt;
                    }
                }
                case CONVERSATION_CANCELLED -> {
                    cancelled.read(record.content());
                    onGivenUp(cancelled.conversation);
                }
                case CONVERSATION_ABANDONED -> {
                    abandoned.read(record.content());
                    onGivenUp(abandoned.conversation);
                }
                case CONVERSATION_EXPIRED -> {
                    expired.read(record.content());
                    onGivenUp(expired.conversation);
                }
                case CONVERSATION_REJECTED -> {
                    rejected.read(record.content());
                    onGivenUp(rejected.conversation);
                }
                default -> {
                    // Nothing that a fate tells.
                }
            }
        }
        record.rewind();
    }

    private void onGivenUp(long conversation) {
        Fate fate = fates.get(conversation);
        if (fate != null && fate.assignedAt == 0 && fate.cancelledAt == 0) {
            fate.cancelledAt = lastTime;
        }
    }

    private void onQueued(@Nullable Fate fate) {
        if (fate != null && fate.assignedAt == 0 && queued.reason == QueueReason.CUSTOMER_RETURNED) {
            fate.cancelledAt = 0;
        }
        if (fate != null && fate.queue == DomainEvent.NOBODY) {
            fate.queue = queued.queue;
            fate.rule = queued.rule;
            fate.priority = queued.priority;
        }
    }

    /** In the order in which the conversations were opened. */
    Collection<Fate> all() {
        return fates.values();
    }

    @Nullable
    Fate find(long conversation) {
        return fates.get(conversation);
    }

    /** The time of the last record, epoch nanoseconds. */
    long lastTime() {
        return lastTime;
    }
}
